/** Documents of which one keeps the file from being a manifest → what is wrong with that one. */
import { isMapping } from "../yaml/is-mapping.js";
import type { TextPosition } from "../text/text-position.js";
import type { Manifest } from "./read-manifest.js";

/** What is wrong with a text that was meant as a manifest, and how to fix it. */
export interface NearManifest {
  reason: string;
  fix: string;
  line: number;
  column: number;
}

type Document = Manifest["documents"][number];

interface Problem {
  reason: string;
  fix: string;
  /** The key at fault; null if it is the document. */
  key: string | null;
}

/** The fields that tell an object without `kind` or `apiVersion` from other YAML. */
const BODY = ["metadata", "spec", "data", "stringData"];

/**
 * Returns null if nothing shows that the text was meant as a manifest.
 *
 * @param documents those that are not empty
 * @param isObject whether a document has what identifies an object
 */
export function explainNearManifest(
  documents: readonly Document[],
  isObject: (value: unknown) => boolean,
): NearManifest | null {
  const wrong = documents.find(({ value }) => !isObject(value));
  if (!wrong) return null;
  const problem = findProblem(wrong.value) ?? (documents.some(({ value }) => isObject(value)) ? NO_OBJECT : null);
  if (!problem) return null;
  const { reason, fix, key } = problem;
  const { line, column }: TextPosition = wrong.locate(key === null ? [] : [key]);
  return { reason, fix, line, column };
}

const NO_OBJECT: Problem = {
  reason: "a document is not an object with `apiVersion` and `kind`",
  fix: "add `apiVersion` and `kind`, or delete the document",
  key: null,
};

const LIST: Problem = {
  reason: "the objects are in a list",
  fix: "write each as a document of its own, with `---` between them",
  key: null,
};

function findProblem(value: unknown): Problem | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isIdentified) ? LIST : null;
  if (!isMapping(value)) return null;
  const [version, kind] = ["apiVersion", "kind"].map((field) => findField(value, field));
  const isMeant = (version && kind) || ((version ?? kind) && BODY.some((field) => field in value));
  return isMeant ? (checkField(value, "apiVersion", version!) ?? checkField(value, "kind", kind!)) : null;
}

function isIdentified(value: unknown): boolean {
  return isMapping(value) && typeof value["apiVersion"] === "string" && typeof value["kind"] === "string";
}

/** The key that is `field`, in any case. */
function findField(value: Record<string, unknown>, field: string): string | null {
  if (field in value) return field;
  return Object.keys(value).find((key) => key.toLowerCase() === field.toLowerCase()) ?? null;
}

function checkField(value: Record<string, unknown>, field: string, key: string | null): Problem | null {
  if (key === null) return { reason: `a document has no \`${field}\``, fix: `add \`${field}\``, key };
  if (key !== field) return { reason: `\`${key}\` is not a field`, fix: `write \`${field}\``, key };
  if (typeof value[field] === "string") return null;
  return { reason: `\`${field}\` is not text`, fix: `write \`${field}: ${EXAMPLES[field]}\`, for example`, key };
}

const EXAMPLES: Record<string, string> = { apiVersion: "v1", kind: "Pod" };
