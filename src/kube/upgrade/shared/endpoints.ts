/** Endpoints → v1's. */
import { integer, protocol, text, texts } from "../decoders.js";
import type { Target } from "../draft.js";
import { each, gone, inside, isGiven, move, type Field, type Fields, type Rule, type Shape } from "../rules.js";
import { REFERENCE } from "./reference.js";

const SUBSET: Shape = {
  rules: {
    addresses: each({ rules: { IP: move("ip", text), targetRef: inside(REFERENCE, "targetRef") } }, "addresses"),
    ports: each(
      { rules: { name: move("name", text), port: move("port", integer), protocol: move("protocol", protocol) } },
      "ports",
    ),
  },
};

/** The rows of Endpoints besides its metadata. In their first form, ADDRESS:PORT, those with one port are a subset. */
export const ENDPOINTS: Readonly<Record<string, Rule>> = {
  endpoints: whereNoSubsets((field, target, fields) => writeSubsets(field, target, fields)),
  protocol: whereNoSubsets(() => {}),
  targetRefs: gone("v1 has a `targetRef` at each address"),
  subsets: each(SUBSET, "subsets"),
};

/** Fields that subsets overwrote if both were given (types.go of v1beta1, Endpoints). */
function whereNoSubsets(rule: Rule): Rule {
  return (field, target, fields) => {
    if (!isGiven(fields.get("subsets"))) return rule(field, target, fields);
    target.report("upgrade-key-overridden", field.path, { key: String(field.path.at(-1)), by: "subsets" });
  };
}

function writeSubsets(field: Field, target: Target, fields: Fields): void {
  const endpoints = texts.decode(field.value) as string[] | null | undefined;
  if (endpoints === undefined) return move("subsets", texts)(field, target, fields);
  const subsets = new Map<string, string[]>();
  for (const [index, endpoint] of (endpoints ?? []).entries()) {
    const [, ip, port] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(endpoint) ?? [];
    if (ip === undefined || port === undefined) target.report("upgrade-endpoint", [...field.path, index], { endpoint });
    else subsets.set(port, [...(subsets.get(port) ?? []), ip]);
  }
  const given = protocol.decode(fields.get("protocol")?.value ?? "");
  [...subsets].forEach(([port, addresses], index) => {
    const ports = [{ port: Number(port), ...(typeof given === "string" ? { protocol: given } : {}) }];
    target.set(["subsets", index], { addresses: addresses.map((ip) => ({ ip })), ports }, field.path);
  });
}
