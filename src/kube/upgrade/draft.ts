/** A v1 object in the making, which remembers where each of its values came from. */
import { finding, type FindingArgs } from "../../findings/finding.js";
import type { FindingCode } from "../../findings/table.js";
import type { Finding } from "../../model.js";
import { getAt, type Container } from "../get-at.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { TextPosition } from "../../text/text-position.js";

/** Where a value of the new object stood in the old document. */
export interface Origin {
  to: NodePath;
  from: NodePath;
}

/** The new object and all that is to be said about it. */
export interface Draft {
  object: Record<string, unknown>;
  origins: Origin[];
  findings: Finding[];
  /** Where a node of the old document stands. */
  locate: (path: NodePath) => TextPosition;
  /** How the user named the source. */
  source: string | null;
}

/** A place in the draft: the rows of a table write below it. */
export interface Target {
  /** Writes a value that comes from `from`. */
  set: (to: NodePath, value: unknown, from: NodePath) => void;
  /** What has been written; undefined where nothing has. */
  get: (to: NodePath) => unknown;
  /** The target below `to`. */
  at: (to: NodePath) => Target;
  /** Adds a finding about a node of the old document. */
  report: <Code extends FindingCode>(code: Code, from: NodePath, ...args: FindingArgs<Code>) => void;
}

/** The place `prefix` of the draft. */
export function targetOf(draft: Draft, prefix: NodePath = []): Target {
  return {
    set: (to, value, from) => {
      const path = [...prefix, ...to];
      draft.origins.push({ to: path, from });
      setAt(draft.object, path, value);
    },
    get: (to) => getAt(draft.object, [...prefix, ...to]),
    at: (to) => targetOf(draft, [...prefix, ...to]),
    report: (code, from, ...args) => {
      draft.findings.push(finding(code, { path: draft.source, ...draft.locate(from) }, ...args));
    },
  };
}

/** The path that is written with dots: `spec.ports.0.name`. */
export function parsePath(dotted: string): NodePath {
  return dotted.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Makes the mappings and lists on the way. `__proto__` is a key like any other. */
function setAt(root: Record<string, unknown>, path: NodePath, value: unknown): void {
  let current: Container = root;
  for (const [index, key] of path.entries()) {
    const isLast = index === path.length - 1;
    if (isLast || !Object.hasOwn(current, key)) {
      const made = typeof path[index + 1] === "number" ? [] : {};
      Object.defineProperty(current, key, {
        value: isLast ? value : made,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    current = current[key] as Container;
  }
}
