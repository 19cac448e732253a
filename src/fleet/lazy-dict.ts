import { TemplateRefusal } from "../templates/template-refusal.js";
import type { Value } from "../templates/values.js";

/** A dict whose values are made when they are needed: the values of a node may refer to those of others. */
export class LazyDict extends Map<Value, Value> {
  readonly #pending = new Map<Value, () => Value>();
  readonly #running = new Set<Value>();

  /** Sets a value that `make` will make. */
  defer(name: string, make: () => Value): void {
    this.set(name, null);
    this.#pending.set(name, make);
  }

  /** @throws {TemplateRefusal} where the value can't be made, or needs itself */
  override get(key: Value): Value | undefined {
    this.#settle(key);
    return super.get(key);
  }

  /** The values that are made already. */
  listMade(): [Value, Value][] {
    return [...super.entries()].filter(([key]) => !this.#pending.has(key));
  }

  override entries(): MapIterator<[Value, Value]> {
    for (const key of this.#pending.keys()) this.#settle(key);
    return super.entries();
  }

  override values(): MapIterator<Value> {
    for (const key of this.#pending.keys()) this.#settle(key);
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[Value, Value]> {
    return this.entries();
  }

  #settle(key: Value): void {
    const make = this.#pending.get(key);
    if (make === undefined) return;
    if (this.#running.has(key)) throw new TemplateRefusal("failed", `the value \`${String(key)}\` needs itself`);
    this.#running.add(key);
    try {
      this.set(key, make());
      this.#pending.delete(key);
    } finally {
      this.#running.delete(key);
    }
  }
}
