import { describeValue } from "../cloud-config/describe-value.js";
import { finding, type FindingArgs, type Location } from "../findings/finding.js";
import type { FindingCode } from "../findings/table.js";
import type { Finding } from "../model.js";
import type { Values } from "../templates/merge-values.js";
import { findNearest } from "../text/find-nearest.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/node-path.js";
import type { ReadFleet } from "./description.js";
import type { Setting, SettingKind } from "./setting-kinds.js";

/** What each node has without anybody setting it. */
export const OWN_NAMES: ReadonlySet<string> = new Set(["name", "index", "role", "node", "nodes", "nodes_by_role"]);

/** Collects what is wrong with a description. */
export class DescriptionProblems {
  readonly findings: Finding[] = [];

  constructor(
    readonly path: string,
    readonly locate: ReadFleet["locate"],
  ) {}

  /** Adds a finding at the place of the value at `path`. */
  add<Code extends FindingCode>(code: Code, path: NodePath, ...args: FindingArgs<Code>): void {
    const location: Partial<Location> = { path: this.path, ...this.locate(path) };
    this.findings.push(finding(code, location, ...args));
  }

  /** Adds that a key is missing in the mapping at `path`. */
  addMissing(path: NodePath, key: string, example: string): void {
    this.add("fleet-key-missing", path, { key, example });
  }

  /** Whether the value is a mapping; if not, a finding says so. */
  checkMapping(value: unknown, path: NodePath, key: string): value is Values {
    if (isMapping(value)) return true;
    this.add("fleet-value", path, { key, expected: "a mapping", found: describeValue(value) });
    return false;
  }

  /** The settings that are right: findings say which keys are unknown, and which values are of the wrong kind. */
  checkSettings(settings: Values, path: NodePath, table: Readonly<Record<string, Setting>>): Values {
    const right = Object.entries(settings).filter(([key, value]) => {
      const setting = Object.hasOwn(table, key) ? table[key]! : null;
      if (setting !== null) return this.checkSetting(key, value, [...path, key], setting);
      const known = Object.keys(table);
      const negated = key.startsWith("no-") && known.includes(key.slice(3)) ? `${key.slice(3)}: false` : null;
      this.add("fleet-key", [...path, key], { key, nearest: negated ?? findNearest(key, known), known });
      return false;
    });
    return Object.fromEntries(right);
  }

  /** Whether the value of a key is of the right kind. */
  checkSetting(key: string, value: unknown, path: NodePath, { kinds, texts = [] }: Setting): boolean {
    const isText = typeof value === "string";
    if (kinds.some((kind) => isOfKind(value, kind)) && !(isText && texts.length > 0 && !texts.includes(value))) {
      return key !== "sources" || this.#checkSources(value as string[], path);
    }
    const found = isText && texts.length > 0 ? `\`${value}\`` : describeValue(value);
    const expected = kinds.flatMap((kind) => (kind === "text" && texts.length > 0 ? texts : [kind])).join(" or ");
    this.add("fleet-value", path, { key, expected, found });
    return false;
  }

  /** A node would find standard input empty if another has read it. */
  #checkSources(sources: readonly string[], path: NodePath): boolean {
    const wrong = sources.flatMap((source, index) => (/^-(?::|$)/.test(source) ? [{ source, index }] : []));
    for (const { source, index } of wrong) this.add("fleet-source", [...path, index], { source });
    return wrong.length === 0;
  }

  /** Whether a variable may have this name; if not, a finding says so. */
  checkVariable(name: string, path: NodePath): boolean {
    if (OWN_NAMES.has(name)) {
      this.add("fleet-variable", path, { name, reason: "each node has its own already", advice: "use another name" });
      return false;
    }
    if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return true;
    const advice = "use letters, digits and underscores";
    this.add("fleet-variable", path, { name, reason: "a template can't write it", advice });
    return false;
  }
}

function isOfKind(value: unknown, kind: SettingKind): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "a whole number":
      return Number.isInteger(value);
    case "true or false":
      return typeof value === "boolean";
    case "a mapping":
      return isMapping(value);
    case "a list of texts":
      return Array.isArray(value) && value.every((each) => typeof each === "string");
  }
}
