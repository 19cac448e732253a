/** Statements → text, with the place in the template that each piece comes from. */
import { callValue, evaluate } from "./evaluate.js";
import type { Expression, Macro, Statement } from "./nodes.js";
import { Scope } from "./scope.js";
import {
  Callable,
  TemplateRefusal,
  makeTuple,
  Tuple,
  Undefined,
  fail,
  isEqual,
  isTrue,
  iterate,
  type Args,
  type Value,
} from "./values.js";
import { writeValue } from "./write-value.js";

/** A piece of the result: text of the template, or the value of an expression. */
export interface Piece {
  text: string;
  /** The position in the template: of the text, or of the tag. */
  at: number;
  isText: boolean;
  /** The name that does not exist, where cloud-init writes one in its place. */
  missing: Undefined | null;
}

type Statements = readonly Statement[];
type StatementOf<Kind extends Statement["kind"]> = Extract<Statement, { kind: Kind }>;

/** More steps than any real template needs, so that none runs for ever. */
const MOST_STEPS = 200_000;

/** Runs statements, and collects what they write. */
export class Execution {
  #steps = 0;

  /** Runs `body` with the names in `scope`. */
  run(body: Statements, scope: Scope): Piece[] {
    return body.flatMap((statement) => {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) throw new TemplateRefusal("unsupported", "the loops are too long", statement.at);
      try {
        return this.#runOne(statement, scope);
      } catch (error) {
        if (error instanceof TemplateRefusal) error.at ??= statement.at;
        throw error;
      }
    });
  }

  #runOne(statement: Statement, scope: Scope): Piece[] {
    switch (statement.kind) {
      case "text":
        return [{ text: statement.text, at: statement.at, isText: true, missing: null }];
      case "print":
        return [makePiece(evaluate(statement.value, scope), statement.at)];
      case "do":
        evaluate(statement.value, scope);
        return [];
      case "set":
        scope.assign(statement.target, evaluate(statement.value, scope));
        return [];
      case "capture":
        scope.assign(statement.target, this.#capture(statement, scope));
        return [];
      case "filter":
        return [makePiece(this.#capture(statement, scope), statement.at)];
      case "if": {
        const branch = statement.branches.find(({ test }) => test === null || isTrue(evaluate(test, scope)));
        return branch === undefined ? [] : this.run(branch.body, scope);
      }
      case "for":
        return this.#loop(statement, evaluate(statement.items, scope), scope, 0);
      case "with": {
        const inner = new Scope(scope);
        for (const { target, value } of statement.values) inner.assign(target, evaluate(value, scope));
        return this.run(statement.body, inner);
      }
      case "macro":
        scope.set(statement.macro.name, this.#makeMacro(statement.macro, scope));
        return [];
      case "callBlock":
        return [this.#callWithBlock(statement, scope)];
      case "scope":
        return this.run(statement.body, new Scope(scope));
      case "load":
        return fail(`\`{% ${statement.tag} %}\` has no folder to load from`);
    }
  }

  #capture({ filter, body }: { filter: Expression | null; body: Statements }, scope: Scope): Value {
    const text = writePieces(this.run(body, new Scope(scope)));
    return filter === null ? text : evaluate(fillIn(filter, text), scope);
  }

  #makeMacro({ name, params, body }: Macro, scope: Scope, caller: Callable | null = null): Callable {
    return new Callable(name, ({ positional, named }: Args): Value => {
      const inner = new Scope(scope);
      const given = new Map(named);
      const block = given.get("caller") ?? caller;
      given.delete("caller");
      if (block) inner.set("caller", block);
      inner.set("varargs", makeTuple(...positional.slice(params.length)));
      params.forEach((param, index) => {
        const value = positional[index] ?? given.get(param.name);
        given.delete(param.name);
        if (value !== undefined) inner.set(param.name, value);
        else if (param.preset !== null) inner.set(param.name, evaluate(param.preset, inner));
        else inner.set(param.name, new Undefined(param.name, param.name, 0));
      });
      inner.set("kwargs", new Map(given));
      const uses = JSON.stringify(body, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
      if (given.size > 0 && !uses.includes('"kwargs"')) fail("unexpected argument of a macro");
      if (positional.length > params.length && !uses.includes('"varargs"')) fail("too many arguments of a macro");
      return writePieces(this.run(body, inner));
    });
  }

  #callWithBlock({ call, macro, at }: StatementOf<"callBlock">, scope: Scope): Piece {
    if (call.kind !== "call") return fail("expected a call");
    const block = this.#makeMacro(macro, scope);
    const positional = call.args.positional.map((each) => evaluate(each, scope));
    const named = new Map<string, Value>(call.args.named.map(([name, each]) => [name, evaluate(each, scope)]));
    return makePiece(callValue(evaluate(call.of, scope), { positional, named: named.set("caller", block) }), at);
  }

  #loop(statement: StatementOf<"for">, over: Value, scope: Scope, depth: number): Piece[] {
    const { target, test, body, otherwise, recursive } = statement;
    const items = iterate(over).filter((item) => {
      if (test === null) return true;
      const inner = new Scope(scope);
      inner.assign(target, item);
      return isTrue(evaluate(test, inner));
    });
    if (items.length === 0) return this.run(otherwise, new Scope(scope));
    const changes = { last: undefined as Value | undefined };
    return items.flatMap((item, index) => {
      const inner = new Scope(scope);
      const loop = this.#makeLoop(items, index, depth, changes);
      inner.set("loop", loop);
      if (recursive) {
        const again = ({ positional: [value] }: Args): Value =>
          writePieces(this.#loop(statement, value ?? null, scope, depth + 1));
        inner.set("loop", new Callable("loop", again, loop));
      }
      inner.assign(target, item);
      return this.run(body, inner);
    });
  }

  #makeLoop(items: Value[], index: number, depth: number, changes: { last: Value | undefined }): Map<Value, Value> {
    const count = items.length;
    const neighbour = (at: number): Value => items[at] ?? new Undefined(null, null, 0);
    return new Map<Value, Value>([
      ["index", BigInt(index + 1)],
      ["index0", BigInt(index)],
      ["revindex", BigInt(count - index)],
      ["revindex0", BigInt(count - index - 1)],
      ["first", index === 0],
      ["last", index === count - 1],
      ["length", BigInt(count)],
      ["depth", BigInt(depth + 1)],
      ["depth0", BigInt(depth)],
      ["previtem", index === 0 ? neighbour(-1) : neighbour(index - 1)],
      ["nextitem", neighbour(index + 1)],
      ["cycle", new Callable("cycle", ({ positional }) => positional[index % positional.length] ?? fail("no items"))],
      ["changed", new Callable("changed", ({ positional }) => hasChanged(changes, makeTuple(...positional)))],
    ]);
  }
}

function hasChanged(changes: { last: Value | undefined }, value: Tuple): boolean {
  const changed = changes.last === undefined || !isEqual(changes.last, value);
  changes.last = value;
  return changed;
}

function makePiece(value: Value, at: number): Piece {
  return {
    text: writeValue(value),
    at,
    isText: false,
    missing: value instanceof Undefined && !value.isBlank ? value : null,
  };
}

/** The text of pieces. */
export function writePieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** The filters of a block, with the text that they begin with. */
function fillIn(filter: Expression, text: string): Expression {
  if (filter.kind !== "filter") return filter;
  const of: Expression = filter.of === null ? { kind: "value", value: text, at: filter.at } : fillIn(filter.of, text);
  return { ...filter, of };
}
