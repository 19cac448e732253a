import type { Target } from "./nodes.js";
import { Namespace, Undefined, fail, iterate, refuseUndefined, type Value } from "./values.js";

/** The names that are visible at a place: those set in it, then those around it. */
export class Scope {
  readonly #values = new Map<string, Value>();

  constructor(readonly outer: Scope | null) {}

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
