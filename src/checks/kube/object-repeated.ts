import { finding, locationOf } from "../../findings/finding.js";
import { readObjects, type LocatedObject } from "../../kube/read-objects.js";
import { getAt } from "../../kube/get-at.js";
import type { Finding } from "../../model.js";
import type { Check } from "../check.js";
import { textOf } from "../../text/text-of.js";

export const objectRepeated: Check = {
  codes: ["object-repeated"],
  target: "input",
  run: (parts) => {
    const seen = new Map<string, LocatedObject>();
    return readObjects(parts).flatMap((object) => checkObject(object, seen));
  },
};

function checkObject(object: LocatedObject, seen: Map<string, LocatedObject>): Finding[] {
  const { part, value, locate } = object;
  const { kind } = value;
  const name = getAt(value, ["metadata", "name"]);
  if (typeof name !== "string" || typeof kind !== "string") return [];
  const identity = identify(value, name);
  const first = seen.get(identity);
  if (!first) seen.set(identity, object);
  if (!first) return [];
  const line = `in line ${locationOf(first.part, first.locate([])).line}`;
  const where = first.part === part ? line : `${line} of \`${first.part.path ?? first.part.filename}\``;
  return [finding("object-repeated", locationOf(part, locate([])), { kind, name, where })];
}

/** The versions of a group are views of the same objects. */
function identify({ apiVersion, kind, metadata }: Record<string, unknown>, name: string): string {
  const [group, version] = textOf(apiVersion).split("/");
  return JSON.stringify([version === undefined ? "" : group, kind, getAt(metadata, ["namespace"]) ?? "default", name]);
}
