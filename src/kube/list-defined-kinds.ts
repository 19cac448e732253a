/** Objects → the custom kinds that custom resource definitions among them bring. */
import { getAt } from "./get-at.js";
import { textOf } from "../text/text-of.js";

/** Each as {@link nameCustomKind} writes it. */
export function listDefinedKinds(objects: readonly Record<string, unknown>[]): Set<string> {
  const definitions = objects.filter(({ kind }) => kind === "CustomResourceDefinition");
  return new Set(
    definitions.map((object) =>
      nameCustomKind(textOf(getAt(object, ["spec", "group"])), textOf(getAt(object, ["spec", "names", "kind"]))),
    ),
  );
}

/** A kind in all versions of its group. */
export function nameCustomKind(group: string, kind: string): string {
  return `${group} ${kind}`;
}
