/** The filters of Jinja 3.1. */
import type { Filter } from "./filter.js";
import { isFilter } from "./is-filter.js";
import { LIST_FILTERS, pickOr } from "./list-filters.js";
import { NUMBER_FILTERS } from "./number-filters.js";
import { bindArgs, toText } from "./read-args.js";
import { TEXT_FILTERS } from "./text-filters.js";
import { TemplateRefusal } from "./template-refusal.js";
import { fail, iterate, makeGenerator, type Args, type Value } from "./values.js";

const FILTERS: Record<string, Filter> = {
  ...TEXT_FILTERS,
  ...NUMBER_FILTERS,
  ...LIST_FILTERS,
  map: ["*", (value, _, args) => makeGenerator(mapItems(value, args))],
};

/** `value | name(args)`; `at` is the place of the filter, null where its expression is the place. */
export function applyFilter(name: string, value: Value, args: Args, at: number | null): Value {
  if (Object.hasOwn(FILTERS, name)) {
    const [signature, run] = FILTERS[name]!;
    return run(value, bindArgs(args, signature), args);
  }
  if (isFilter(name)) throw new TemplateRefusal("unsupported", `the filter \`${name}\``, at);
  throw new TemplateRefusal("syntax", `unknown filter \`${name}\``, at);
}

function mapItems(value: Value, { positional, named }: Args): Value[] {
  const attribute = named.get("attribute");
  const items = iterate(value);
  if (positional.length === 0 && attribute !== undefined) {
    if ([...named.keys()].some((name) => name !== "attribute" && name !== "default")) {
      return fail("unexpected argument of map");
    }
    return items.map((item) => pickOr(item, attribute, named.get("default") ?? null));
  }
  if (items.length === 0) return [];
  const [name, ...rest] = positional;
  if (name === undefined) return fail("map needs the name of a filter");
  return items.map((item) => applyFilter(toText(name), item, { positional: rest, named }, null));
}
