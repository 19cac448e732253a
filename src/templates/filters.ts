import { applyFilter } from "./apply-filter.js";
import type { Filter, FilterSet } from "./filter.js";
import { LIST_FILTERS, pickOr } from "./list-filters.js";
import { NUMBER_FILTERS } from "./number-filters.js";
import { toText } from "./read-args.js";
import { TEXT_FILTERS } from "./text-filters.js";
import { TemplateRefusal } from "./template-refusal.js";
import { fail, iterate, makeGenerator, type Args, type Value } from "./values.js";

/** The filters of Jinja 3.1 (jinja2/filters.py, FILTERS). */
export const JINJA_FILTERS: FilterSet = {
  ...TEXT_FILTERS,
  ...NUMBER_FILTERS,
  ...LIST_FILTERS,
  map: ["*", (value, _, args, filters) => makeGenerator(mapItems(value, args, filters))],
  random: refuse("random"),
  urlize: refuse("urlize"),
  wordwrap: refuse("wordwrap"),
};

function refuse(name: string): Filter {
  return [
    "*",
    () => {
      throw new TemplateRefusal("unsupported", `the filter \`${name}\``);
    },
  ];
}

function mapItems(value: Value, { positional, named }: Args, filters: FilterSet): Value[] {
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
  return items.map((item) => applyFilter(filters, toText(name), item, { positional: rest, named }, null));
}
