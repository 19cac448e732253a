/** A v1 object under construction, which records the origin of each of its values. */
import { finding, type FindingArgs } from "../../findings/finding.js";
import type { FindingCode } from "../../findings/table.js";
import type { Finding } from "../../model.js";
import { getAt, type Container } from "../get-at.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { TextPosition } from "../../text/text-position.js";
import type { OldVersion } from "../old-versions.js";

/** The old path of a value of the new object. */
export interface Origin {
  to: NodePath;
  from: NodePath;
}

/** The new object and its findings. */
export interface Draft {
  /** The version of the old object. */
  version: OldVersion;
  object: Record<string, unknown>;
  origins: Origin[];
  findings: Finding[];
  /** The position of a node of the old document. */
  locate: (path: NodePath) => TextPosition;
  /** The source as named by the user. */
  source: string | null;
}

/** A position in the draft: the rows of a table write below it. */
export interface Target {
  /** The version of the old object. */
  version: OldVersion;
  /** Writes a value that comes from `from`. */
  set: (to: NodePath, value: unknown, from: NodePath) => void;
  /** The written value; undefined if there is none. */
  get: (to: NodePath) => unknown;
  /** The target below `to`. */
  at: (to: NodePath) => Target;
  /** Adds a finding about a node of the old document. */
  report: <Code extends FindingCode>(code: Code, from: NodePath, ...args: FindingArgs<Code>) => void;
}

/** The position `prefix` of the draft. */
export function targetOf(draft: Draft, prefix: NodePath = []): Target {
  return {
    version: draft.version,
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

/** The path from a text with dots: `spec.ports.0.name`. */
export function parsePath(dotted: string): NodePath {
  return dotted.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Creates the mappings and lists on the way. `__proto__` is treated as any other key. */
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
