/** The manifests that kubeboot's part handler gets → when Kubernetes gets them, and what they wait for. */
import type { Part } from "../model.js";
import { getAt } from "../kube/get-at.js";
import { findNeeds, type Need } from "../kube/order/find-needs.js";
import { readUnits, type UnitObject } from "../kube/order/read-units.js";
import { count } from "./modules/words.js";
import type { KnownHandler } from "./read-part-handler.js";
import { draft, type Draft } from "./steps.js";

/** A step for each manifest, in the order in which they are submitted. */
export function listSubmitSteps(manifests: readonly Part[], { own }: KnownHandler): Draft[] {
  const listed = manifests.map((part) => ({ part, objects: readUnits(part).units.flatMap(({ objects }) => objects) }));
  const needs = groupNeeds(findNeeds(listed.flatMap(({ objects }) => objects)));
  const steps = new Map<Part, Draft>();
  for (const { part, objects } of listed) {
    const needed = (object: UnitObject): UnitObject[] => needs.get(object) ?? [];
    const waitsFor = new Set(objects.flatMap(needed).flatMap((before) => steps.get(before.part) ?? []));
    const step = draft({
      stage: own!.mode === "direct" ? "network" : "after",
      kind: "submit",
      name: part.filename,
      text: describe(objects.length, own!),
      details: objects.map((object) => describeObject(object, needed(object))),
      parts: [part],
      waitsFor: [...waitsFor],
    });
    steps.set(part, step);
  }
  return [...steps.values()];
}

/** What each object needs. */
function groupNeeds(needs: readonly Need[]): Map<UnitObject, UnitObject[]> {
  const groups = new Map<UnitObject, UnitObject[]>();
  for (const { before, after } of needs) {
    const group = groups.get(after);
    if (group) group.push(before);
    else groups.set(after, [before]);
  }
  return groups;
}

function describe(objects: number, { mode, folder, timeout }: NonNullable<KnownHandler["own"]>): string {
  const what = count(objects, "object");
  if (mode === "directory") return `${what}: submitted by what watches ${folder}`;
  if (mode === "direct") return `submits ${what}; the boot waits for at most ${timeout} s in all`;
  return `submits ${what} when Kubernetes answers`;
}

function describeObject(object: UnitObject, needed: readonly UnitObject[]): string {
  const names = [...new Set(needed.map(nameObject))];
  return `${nameObject(object)}${names.length === 0 ? "" : `, after ${names.join(", ")}`}`;
}

function nameObject({ kind, value }: UnitObject): string {
  const read = (key: string): string | null => {
    const found = getAt(value, ["metadata", key]) ?? value[key];
    return typeof found === "string" ? found : null;
  };
  const namespace = read("namespace");
  const name = read("name") ?? read("id") ?? read("generateName") ?? "without a name";
  return `${kind ?? "object"} ${namespace === null ? "" : `${namespace}/`}${name}`;
}
