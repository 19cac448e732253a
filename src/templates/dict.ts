/** Python's dict: keys that are equal are one key, such as `1`, `1.0` and `True`. */
import {
  Tuple,
  Undefined,
  fail,
  isGenerator,
  isNumber,
  toNumber,
  typeName,
  useUndefined,
  type Dict,
  type Value,
} from "./values.js";

/** The value of the key; undefined where the dict does not have it. */
export function getEntry(dict: Dict, key: Value): Value | undefined {
  return dict.get(findKey(dict, key));
}

/** Sets a value; an equal key stays as it was written first. */
export function setEntry(dict: Dict, key: Value, value: Value): void {
  dict.set(findKey(dict, key), value);
}

/** The dict of these keys and values. */
export function makeDict(entries: Iterable<readonly [Value, Value]>): Dict {
  const dict: Dict = new Map();
  for (const [key, value] of entries) setEntry(dict, key, value);
  return dict;
}

/** Fails for a value that can't be a key. */
export function needHashable(key: Value): void {
  if (key instanceof Tuple) return key.forEach(needHashable);
  if (Array.isArray(key) || key instanceof Map) fail(`unhashable type: '${typeName(key)}'`);
}

/** The key of the dict that equals `key`, or else `key` itself. */
export function findKey(dict: Dict, key: Value): Value {
  needHashable(key);
  if (dict.has(key) || !(isNumber(key) || key instanceof Tuple)) return key;
  for (const each of dict.keys()) if (isEqual(each, key)) return each;
  return key;
}

/** `==` of Python. */
export function isEqual(left: Value, right: Value): boolean {
  if (left instanceof Undefined || right instanceof Undefined) {
    return useUndefined(
      left instanceof Undefined ? left : (right as Undefined),
      left instanceof Undefined && right instanceof Undefined,
    );
  }
  if (isNumber(left) && isNumber(right)) return toNumber(left) == toNumber(right);
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    const sameKind = typeName(left) === typeName(right) && !isGenerator(left);
    return sameKind && left.length === right.length && left.every((item, index) => isEqual(item, right[index]!));
  }
  if (left instanceof Map && right instanceof Map) {
    return (
      left.size === right.size &&
      [...left].every(([key, item]) => {
        const other = getEntry(right, key);
        return other !== undefined && isEqual(item, other);
      })
    );
  }
  return left === right;
}
