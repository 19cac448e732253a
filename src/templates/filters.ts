/** The filters of Jinja 3.1 that templates of cloud-init use. */
import type { Filter } from "./filter.js";
import { LIST_FILTERS, pick } from "./list-filters.js";
import { TEXT_FILTERS } from "./text-filters.js";
import { toText } from "./read-args.js";
import { TemplateRefusal, Undefined, fail, iterate, type Args, type Value } from "./values.js";

const FILTERS: Record<string, Filter> = { ...TEXT_FILTERS, ...LIST_FILTERS, map: mapItems };

/** Filters of Jinja that kubeboot does not have. */
const OTHERS = new Set([
  "filesizeformat",
  "forceescape",
  "pprint",
  "random",
  "striptags",
  "urlize",
  "wordwrap",
  "xmlattr",
]);

/** Whether Jinja has a filter of this name. */
export function isFilter(name: string): boolean {
  return Object.hasOwn(FILTERS, name) || OTHERS.has(name);
}

/** `value | name(args)` */
export function applyFilter(name: string, value: Value, args: Args, at: number): Value {
  if (Object.hasOwn(FILTERS, name)) return FILTERS[name]!(value, args);
  if (OTHERS.has(name)) throw new TemplateRefusal("unsupported", `the filter \`${name}\``, at);
  throw new TemplateRefusal("syntax", `unknown filter \`${name}\``, at);
}

function mapItems(value: Value, { positional, named }: Args): Value {
  const attribute = named.get("attribute");
  const items = iterate(value);
  if (positional.length === 0 && attribute !== undefined) {
    const preset = named.get("default");
    return items.map((item) => {
      const found = pick(item, attribute);
      return found instanceof Undefined && preset !== undefined ? preset : found;
    });
  }
  const [name, ...rest] = positional;
  if (name === undefined) return fail("map needs the name of a filter");
  return items.map((item) => applyFilter(toText(name), item, { positional: rest, named }, 0));
}
