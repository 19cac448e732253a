/** Whether js-yaml made the value of a YAML mapping: dates, bytes and sets are objects of other kinds. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
