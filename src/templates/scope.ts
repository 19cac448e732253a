import type { FilterSet } from "./filter.js";
import type { Target } from "./nodes.js";
import { Namespace, Undefined, fail, iterate, refuseUndefined, type Value } from "./values.js";

/** The names that are visible at a place: those set in it, then those around it. All places have the same filters. */
export class Scope {
  readonly #values = new Map<string, Value>();

  /** The names around it; null for the outermost. */
  readonly outer: Scope | null;
  readonly filters: FilterSet;

  /** @param around - the scope around this one; for the outermost, the filters that a template can use */
  constructor(around: Scope | FilterSet) {
    this.outer = around instanceof Scope ? around : null;
    this.filters = around instanceof Scope ? around.filters : around;
  }

  get(name: string): Value | undefined {
    return this.#values.get(name) ?? (this.#values.has(name) ? null : this.outer?.get(name));
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** Sets one name, several, or an attribute of a namespace. */
  assign(target: Target, value: Value): void {
    if (target.kind === "name") this.set(target.name, value);
    else if (target.kind === "attribute") {
      const namespace = this.get(target.of);
      if (!(namespace instanceof Namespace)) fail("cannot assign attribute on non-namespace object");
      else namespace.attributes.set(target.name, value);
    } else {
      if (value instanceof Undefined) refuseUndefined(value);
      const items = iterate(value);
      if (items.length !== target.targets.length) {
        fail(`${items.length} values for ${target.targets.length} names`);
      }
      target.targets.forEach((each, index) => this.assign(each, items[index]!));
    }
  }
}

/** Names that are looked up elsewhere, before those around. */
export class LookupScope extends Scope {
  constructor(
    around: Scope,
    readonly find: (name: string) => Value | undefined,
  ) {
    super(around);
  }

  override get(name: string): Value | undefined {
    const found = this.find(name);
    return found === undefined ? super.get(name) : found;
  }
}
