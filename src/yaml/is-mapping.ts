/** Whether js-yaml made the value from a YAML mapping: dates, bytes and sets are other kinds of objects. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
