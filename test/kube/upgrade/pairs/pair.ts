/** The elements of the tables of pairs. */

/** Any object. */
export type Json = Record<string, unknown>;

/** A v1beta1 object and its result. */
export interface Pair {
  name: string;
  old: Json;
  /** The v1 object; null if the upgrade rejects it. */
  new: Json | null;
  /** The codes of the findings, in any order; none by default. */
  codes?: string[];
}

/** Adds a title to the names of the pairs of one table. */
export function group(title: string, pairs: Pair[]): Pair[] {
  return pairs.map((pair) => Object.assign(pair, { name: `${title}: ${pair.name}` }));
}

/** A v1beta1 pod with one container, changed by each of the arguments. */
export function oldPod(manifest: Json = {}, rest: Json = {}, state: Json = {}): Json {
  const containers = [{ name: "a", image: "a:1" }];
  return {
    kind: "Pod",
    apiVersion: "v1beta1",
    id: "a",
    desiredState: { manifest: { containers, ...manifest }, ...state },
    ...rest,
  };
}

/** The same as v1. */
export function newPod(spec: Json = {}, metadata: Json = {}): Json {
  const containers = [{ name: "a", image: "a:1" }];
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "a", ...metadata }, spec: { containers, ...spec } };
}

/** A pair of pods that differ from the plain one only in their container. */
export function containerPair(name: string, old: Json, now: Json | null, codes: string[] = []): Pair {
  const container = { name: "a", image: "a:1" };
  return {
    name,
    old: oldPod({ containers: [{ ...container, ...old }] }),
    new: now && newPod({ containers: [{ ...container, ...now }] }),
    codes,
  };
}

/** A pair of pods that differ in the manifest, which is v1's spec. */
export function manifestPair(name: string, old: Json, now: Json | null, codes: string[] = []): Pair {
  return { name, old: oldPod(old), new: now && newPod(now), codes };
}

/** A pair of pods that differ in one volume. */
export function volumePair(name: string, old: Json, now: Json | null, codes: string[] = []): Pair {
  return manifestPair(name, { volumes: [{ name: "v", ...old }] }, now && { volumes: [{ name: "v", ...now }] }, codes);
}

/** A pair of services; `now` is the spec. */
export function servicePair(name: string, old: Json, now: Json | null, codes: string[] = []): Pair {
  return {
    name,
    old: { kind: "Service", apiVersion: "v1beta1", id: "a", ...old },
    new: now && { apiVersion: "v1", kind: "Service", metadata: { name: "a" }, spec: now },
    codes,
  };
}

/** A pair of replication controllers; `old` is the desired state, `now` the spec. */
export function controllerPair(name: string, old: Json, now: Json | null, codes: string[] = []): Pair {
  return {
    name,
    old: { kind: "ReplicationController", apiVersion: "v1beta1", id: "a", desiredState: old },
    new: now && { apiVersion: "v1", kind: "ReplicationController", metadata: { name: "a" }, spec: now },
    codes,
  };
}
