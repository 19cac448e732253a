/** Statements → text, with the place in the template that each piece comes from. */
import { needSmall, spend } from "./budget.js";
import { callValue, evaluate, readArgs } from "./evaluate.js";
import { makeLoop } from "./make-loop.js";
import type { Expression, Macro, Statement } from "./nodes.js";
import { makeGlobals } from "./globals.js";
import { makePiece, writePieces, type Piece } from "./piece.js";
import { Scope } from "./scope.js";
import type { Surroundings } from "./surroundings.js";
import { TemplateRefusal } from "./template-refusal.js";
import { Callable, makeTuple, Undefined, fail, isList, isTrue, iterate, type Args, type Value } from "./values.js";

type Statements = readonly Statement[];
type StatementOf<Kind extends Statement["kind"]> = Extract<Statement, { kind: Kind }>;

/** What a statement costs, in the unit of `spend`. */
const STEP = 100;

/** About as many macros inside of each other as Python's stack allows. */
const MOST_LEVELS = 240;

/** Runs statements, and collects what they write. */
export class Execution {
  #root: Scope | null = null;
  #level = 0;
  #file: string | null = null;

  constructor(readonly surroundings: Surroundings | null = null) {}

  /** Runs `body` with the names in `scope`. */
  run(body: Statements, scope: Scope): Piece[] {
    this.#root ??= scope;
    return body.flatMap((statement) => {
      try {
        spend(STEP);
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
        return [this.#print(statement, scope)];
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
        return [makePiece(needText(this.#capture(statement, scope)), statement.at)];
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
      case "block":
        if (statement.required) return fail("a required block is not filled in");
        return this.run(statement.body, new Scope(statement.scoped ? scope : this.#root!));
      case "scope":
        return this.run(statement.body, new Scope(scope));
      case "include":
        return [{ text: writePieces(this.#include(statement, scope)), at: statement.at, isText: false, missing: null }];
      case "load":
        if (this.surroundings !== null) throw new TemplateRefusal("unsupported", `\`{% ${statement.tag} %}\``);
        return fail(`\`{% ${statement.tag} %}\` has no folder to load from`);
    }
  }

  /** Before the boot, it goes on behind a name that does not exist, to find the others too. */
  #print({ value, at }: StatementOf<"print">, scope: Scope): Piece {
    if (this.surroundings === null) return makePiece(evaluate(value, scope), at);
    try {
      return makePiece(evaluate(value, scope), at);
    } catch (error) {
      if (!(error instanceof TemplateRefusal) || error.kind !== "undefined") throw error;
      error.at ??= at;
      error.file ??= this.#file;
      this.surroundings.missing.push(error);
      return { text: "", at, isText: false, missing: null };
    }
  }

  #include({ name, ignoresMissing, hasContext }: StatementOf<"include">, scope: Scope): Piece[] {
    if (this.surroundings === null) return fail("`{% include %}` has no folder to load from");
    const value = evaluate(name, scope);
    if (typeof value !== "string") return fail("the name of an included file has to be a text");
    const included = this.surroundings.load(value);
    if (included === null) return ignoresMissing ? [] : fail(`there is no file \`${value}\` to include`);
    this.#enter(`\`${value}\` includes itself without end`);
    const outer = this.#file;
    this.#file = included.file;
    try {
      return this.run(included.body, new Scope(hasContext ? scope : makeGlobals(scope.filters)));
    } catch (error) {
      if (error instanceof TemplateRefusal && error.at !== null) error.file ??= included.file;
      throw error;
    } finally {
      this.#file = outer;
      this.#level -= 1;
    }
  }

  #enter(problem: string): void {
    this.#level += 1;
    if (this.#level > MOST_LEVELS) fail(`maximum recursion depth exceeded: ${problem}`);
  }

  #capture({ filter, body }: { filter: Expression | null; body: Statements }, scope: Scope): Value {
    const text = needSmall(writePieces(this.run(body, new Scope(scope))));
    return filter === null ? text : evaluate(fillIn(filter, text), scope);
  }

  #makeMacro({ name, params, body }: Macro, scope: Scope): Callable {
    const uses = (known: string): boolean => hasName(body, known);
    const [usesCaller, usesRest, usesNamed] = [uses("caller"), uses("varargs"), uses("kwargs")];
    const call = ({ positional, named }: Args): Value => {
      const inner = new Scope(scope);
      const given = new Map(named);
      const take = (key: string): Value | undefined => {
        const value = given.get(key);
        given.delete(key);
        return value;
      };
      if (!params.some((param) => param.name === "caller")) {
        const caller = take("caller");
        if (usesCaller) inner.set("caller", caller ?? new Undefined("caller", "caller", null));
        else if (caller !== undefined)
          return fail(`macro '${name}' was invoked with two values for the special caller`);
      }
      params.forEach((param, index) => {
        const value = index < positional.length ? positional[index]! : take(param.name);
        if (given.has(param.name)) fail(`macro '${name}' got two values for \`${param.name}\``);
        if (value !== undefined) inner.set(param.name, value);
        else if (param.preset !== null) inner.set(param.name, evaluate(param.preset, inner));
        else inner.set(param.name, new Undefined(param.name, param.name, null));
      });
      if (usesNamed) inner.set("kwargs", new Map(given));
      else if (given.size > 0) return fail(`macro '${name}' takes no argument \`${[...given.keys()][0]}\``);
      if (usesRest) inner.set("varargs", makeTuple(...positional.slice(params.length)));
      else if (positional.length > params.length) return fail(`macro '${name}' takes ${params.length} arguments`);
      return this.#runMacro(body, inner);
    };
    const facts: [string, Value][] = [
      ["name", name],
      ["arguments", makeTuple(...params.map((param) => param.name))],
      ["catch_kwargs", usesNamed],
      ["catch_varargs", usesRest],
      ["caller", usesCaller],
    ];
    return new Callable(name, call, new Map(facts));
  }

  #runMacro(body: Statements, scope: Scope): string {
    this.#enter("the macro calls itself without end");
    const text = needSmall(writePieces(this.run(body, scope)));
    this.#level -= 1;
    return text;
  }

  #callWithBlock({ call, macro, at }: StatementOf<"callBlock">, scope: Scope): Piece {
    if (call.kind !== "call") return fail("expected a call");
    const block = this.#makeMacro(macro, scope);
    const { positional, named } = readArgs(call.args, scope);
    const given = new Map(named).set("caller", block);
    return makePiece(callValue(evaluate(call.of, scope), { positional, named: given }), at);
  }

  #loop(statement: StatementOf<"for">, over: Value, scope: Scope, depth: number): Piece[] {
    const { target, test, body, otherwise, recursive } = statement;
    const items = test === null && isList(over) ? over : this.#filterItems(iterate(over), { target, test }, scope);
    if (items.length === 0) return this.run(otherwise, new Scope(scope));
    const changes = { last: undefined as Value | undefined };
    const pieces: Piece[] = [];
    // A list may grow while the loop runs.
    for (let index = 0; index < items.length; index += 1) {
      spend(STEP);
      const inner = new Scope(scope);
      const loop = makeLoop(items, index, depth, changes);
      const again = ({ positional: [value] }: Args): Value =>
        recursive
          ? writePieces(this.#loop(statement, value ?? null, scope, depth + 1))
          : fail("the loop must have the `recursive` marker to be called");
      inner.set("loop", new Callable("loop", again, loop));
      inner.assign(target, items[index]!);
      for (const piece of this.run(body, inner)) pieces.push(piece);
    }
    return pieces;
  }

  #filterItems(items: Value[], { target, test }: Pick<StatementOf<"for">, "target" | "test">, scope: Scope): Value[] {
    if (test === null) return items;
    return items.filter((item) => {
      spend(STEP);
      const inner = new Scope(scope);
      inner.assign(target, item);
      return isTrue(evaluate(test, inner));
    });
  }
}

/** Jinja joins what filter blocks return. */
function needText(value: Value): string {
  return typeof value === "string" ? value : fail("the filter of a block has to return a text");
}

/** Whether the name is used in the statements; a text can't look like a node, because its quotes are escaped. */
function hasName(body: Statements, name: string): boolean {
  const written = JSON.stringify(body, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return written.includes(`"kind":"name","name":"${name}"`);
}

/** The filters of a block, with the text that they begin with. */
function fillIn(filter: Expression, text: string): Expression {
  if (filter.kind !== "filter") return filter;
  const of: Expression = filter.of === null ? { kind: "value", value: text, at: filter.at } : fillIn(filter.of, text);
  return { ...filter, of };
}
