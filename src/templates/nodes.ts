/** The syntax tree of a template; `at` is the position in it. */
export type Expression = { at: number } & (
  | { kind: "value"; value: null | boolean | bigint | number | string }
  | { kind: "name"; name: string }
  | { kind: "list" | "tuple"; items: Expression[] }
  | { kind: "dict"; entries: [Expression, Expression][] }
  | { kind: "attribute"; of: Expression; name: string }
  | { kind: "item"; of: Expression; key: Expression }
  | { kind: "slice"; of: Expression; parts: (Expression | null)[] }
  | { kind: "call"; of: Expression; args: CallArgs }
  | { kind: "filter"; of: Expression | null; name: string; args: CallArgs }
  | { kind: "test"; of: Expression; name: string; args: CallArgs }
  | { kind: "unary"; sign: "-" | "+" | "not"; of: Expression }
  | { kind: "binary"; sign: string; left: Expression; right: Expression }
  | { kind: "join"; items: Expression[] }
  | { kind: "compare"; first: Expression; rest: { sign: string; right: Expression }[] }
  | { kind: "choice"; test: Expression; yes: Expression; no: Expression | null }
);

export interface CallArgs {
  positional: Expression[];
  named: [string, Expression][];
  /** The arguments behind `*` and `**`. */
  rest: Expression | null;
  namedRest: Expression | null;
}

/** What is assigned: a name, several, or an attribute of a namespace. */
export type Target =
  | { kind: "name"; name: string }
  | { kind: "names"; targets: Target[] }
  | { kind: "attribute"; of: string; name: string };

export interface Macro {
  name: string;
  params: { name: string; preset: Expression | null }[];
  body: Statement[];
}

export type Statement = { at: number } & (
  | { kind: "text"; text: string }
  | { kind: "print"; value: Expression }
  | { kind: "if"; branches: { test: Expression | null; body: Statement[] }[] }
  | {
      kind: "for";
      target: Target;
      items: Expression;
      test: Expression | null;
      recursive: boolean;
      body: Statement[];
      otherwise: Statement[];
    }
  | { kind: "set"; target: Target; value: Expression }
  | { kind: "capture"; target: Target; filter: Expression | null; body: Statement[] }
  | { kind: "filter"; filter: Expression; body: Statement[] }
  | { kind: "with"; values: { target: Target; value: Expression }[]; body: Statement[] }
  | { kind: "macro"; macro: Macro }
  | { kind: "callBlock"; call: Expression; macro: Macro }
  | { kind: "do"; value: Expression }
  | { kind: "block"; scoped: boolean; required: boolean; body: Statement[] }
  | { kind: "scope"; body: Statement[] }
  | { kind: "include"; name: Expression; ignoresMissing: boolean; hasContext: boolean }
  | { kind: "load"; tag: string }
);
