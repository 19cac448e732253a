import { orderValues } from "./operators.js";
import { TemplateRefusal } from "./template-refusal.js";
import { isList, type Value } from "./values.js";
import { writeLiteral } from "./write-value.js";

const LINE_WIDTH = 80;

/** `pprint.pformat` of Python, for what fits into a line. */
export function writePretty(value: Value): string {
  const text = writeLiteral(sortDicts(value));
  if (text.length > LINE_WIDTH) throw new TemplateRefusal("unsupported", "`pprint` of several lines");
  return text;
}

function sortDicts(value: Value): Value {
  if (isList(value)) return value.map(sortDicts);
  if (!(value instanceof Map)) return value;
  const entries = [...value].toSorted(([left], [right]) => orderValues(left, right));
  return new Map(entries.map(([key, item]) => [key, sortDicts(item)]));
}
