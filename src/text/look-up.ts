/** The value of a table's own key; undefined for any other text, such as `constructor`, which every object has. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
