/** A webhook configuration and an object → whether the server would ask a webhook that must answer. */
import { getAt, getList } from "../get-at.js";
import type { UnitObject } from "./read-units.js";

/**
 * Versions are not looked at, because a rule matches all that are equivalent; nor are selectors, because an object that
 * they leave out may come first all the same.
 */
export function judges(configuration: unknown, { apiVersion, kind }: UnitObject): boolean {
  // Webhooks are not asked about webhooks (Kubernetes, "Dynamic Admission Control").
  if (apiVersion === null || kind === null || kind.endsWith("WebhookConfiguration")) return false;
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  return getList(configuration, ["webhooks"])
    .filter((webhook) => getAt(webhook, ["failurePolicy"]) !== "Ignore")
    .flatMap((webhook) => getList(webhook, ["rules"]))
    .some((rule) => {
      const has = (key: string, values: readonly unknown[]): boolean =>
        getList(rule, [key]).some((each) => each === "*" || values.includes(each));
      return has("operations", ["CREATE"]) && has("apiGroups", [group]) && has("resources", listResources(kind));
    });
}

/** The names that the resource of a kind can have in a rule. Plurals are those that Kubernetes' generators make. */
function listResources(kind: string): string[] {
  const name = kind.toLowerCase();
  const plural = name === "endpoints" ? name : makePlural(name);
  return [plural, `${plural}/*`, "*/*"];
}

function makePlural(name: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
