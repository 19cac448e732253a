import type { Value } from "./values.js";

/** Every name that a template can write without quotes, such as `ds.meta_data.hostname`. */
export function listNames(variables: Iterable<readonly [string, Value]>): string[] {
  return [...variables].flatMap(([name, value]) => listBelow(name, value));
}

function listBelow(path: string, value: Value): string[] {
  if (!(value instanceof Map)) return [path];
  const keys = [...value.keys()].filter((key): key is string => typeof key === "string" && /^\w+$/.test(key));
  return [path, ...keys.flatMap((key) => listBelow(`${path}.${key}`, value.get(key)!))];
}
