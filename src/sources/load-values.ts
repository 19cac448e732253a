/** The values that a caller gives → the variables of templates. */
import { readConfig, type Config } from "../cloud-config/read-config.js";
import { describeValue } from "../cloud-config/describe-value.js";
import { VALUES_SCHEMA } from "../cloud-config/values-schema.js";
import { KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import { getAt } from "../kube/get-at.js";
import type { Finding } from "../model.js";
import { mergeValues, type Values, type ValuesInput } from "../templates/merge-values.js";
import { isMapping } from "../yaml/is-mapping.js";
import { ADDITION, loadInput } from "./load-input.js";

/** The values of all inputs. */
export interface LoadedValues {
  values: Values;
  /** What is wrong in files: errors. */
  findings: Finding[];
  /** The files that can't be read. */
  unreadable: Finding[];
  /** What is lost of files. */
  warnings: Finding[];
}

/** A file that was read. */
interface ValuesFile {
  path: string;
  values: Values;
  locate: Config["locate"];
}

/**
 * Reads the values; later ones win.
 *
 * @param pipes - whether a file may be a pipe
 */
export async function loadValues(inputs: ValuesInput, { pipes = true } = {}): Promise<LoadedValues> {
  const loaded: LoadedValues = { values: {}, findings: [], unreadable: [], warnings: [] };
  const files: ValuesFile[] = [];
  for (const input of [inputs].flat() as (string | Values)[]) {
    const file = typeof input === "string" ? await loadFile(input, pipes, loaded) : null;
    const values = typeof input === "string" ? (file?.values ?? {}) : input;
    if (file) files.push(file);
    else loaded.warnings.push(...findReplaced(values, loaded.values, files));
    loaded.values = mergeValues(loaded.values, values);
  }
  return loaded;
}

async function loadFile(path: string, pipes: boolean, loaded: LoadedValues): Promise<ValuesFile | null> {
  try {
    const { content } = await loadInput(path, { ...ADDITION, pipes, name: "values" });
    const read = readValues(path, content);
    if (!Array.isArray(read)) return read;
    loaded.findings.push(...read);
  } catch (error) {
    if (!(error instanceof KubebootError) || error.findings.length === 0) throw error;
    loaded.unreadable.push(...error.findings);
  }
  return null;
}

/** The mapping of a file; one without any content has no values. */
function readValues(path: string, content: Uint8Array): ValuesFile | Finding[] {
  const { problem, documents, repeatedKeys, locate, readAs } = readConfig({ content });
  if (problem) {
    const { line, column, reason, fix } = problem;
    return [finding("values-syntax", { path, line, column }, { reason, fix })];
  }
  const root = readAs(VALUES_SCHEMA) ?? {};
  if (documents.length > 1 || !isMapping(root)) {
    const found = documents.length > 1 ? "several documents" : describeValue(root);
    return [finding("values-root", { path, ...locate([]) }, { found })];
  }
  const repeated = repeatedKeys.map(({ key, firstLine, location }) =>
    finding("values-key-repeated", { path, ...location }, { key, line: firstLine }),
  );
  return repeated.length > 0 ? repeated : { path, values: root, locate };
}

/**
 * Says which texts, numbers and lists of files become mappings, because a key in them is set: `--set ntp.pool=x` for
 * `ntp: chrony`. The other way round, and from file to file, a value is meant to be replaced; and null holds nothing.
 */
function findReplaced(values: Values, earlier: Values, files: readonly ValuesFile[], above: string[] = []): Finding[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (!isMapping(value)) return [];
    const path = [...above, key];
    const old = getAt(earlier, path) ?? null;
    if (old === null || isMapping(old)) return findReplaced(value, earlier, files, path);
    const file = files.findLast((each) => getAt(each.values, path) === old);
    if (!file) return [];
    const found = { name: path.join("."), found: describeValue(old) };
    return [finding("values-replaced", { path: file.path, ...file.locate(path) }, found)];
  });
}
