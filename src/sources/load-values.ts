/** The values that a caller gives → the variables of templates. */
import { readConfig } from "../cloud-config/read-config.js";
import { describeValue } from "../cloud-config/describe-value.js";
import { VALUES_SCHEMA } from "../cloud-config/values-schema.js";
import { KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { Finding } from "../model.js";
import { mergeValues, type Values, type ValuesInput } from "../templates/merge-values.js";
import { isMapping } from "../yaml/is-mapping.js";
import { ADDITION, loadInput } from "./load-input.js";

/** The values of all inputs. */
export interface LoadedValues {
  values: Values;
  /** What is wrong in files. */
  findings: Finding[];
  /** The files that can't be read. */
  unreadable: Finding[];
}

/**
 * Reads the values; later ones win.
 *
 * @param pipes - whether a file may be a pipe
 */
export async function loadValues(inputs: ValuesInput, { pipes = true } = {}): Promise<LoadedValues> {
  const loaded: LoadedValues = { values: {}, findings: [], unreadable: [] };
  for (const input of [inputs].flat() as (string | Values)[]) {
    const values = typeof input === "string" ? await loadFile(input, pipes, loaded) : input;
    loaded.values = mergeValues(loaded.values, values);
  }
  return loaded;
}

async function loadFile(path: string, pipes: boolean, loaded: LoadedValues): Promise<Values> {
  try {
    const { content } = await loadInput(path, { ...ADDITION, pipes, name: "values" });
    const read = readValues(path, content);
    if (!Array.isArray(read)) return read;
    loaded.findings.push(...read);
    return {};
  } catch (error) {
    if (!(error instanceof KubebootError) || error.findings.length === 0) throw error;
    loaded.unreadable.push(...error.findings);
    return {};
  }
}

/** The mapping of a file; one without any content has no values. */
function readValues(path: string, content: Uint8Array): Values | Finding[] {
  const config = readConfig({ content });
  if (config.problem) {
    const { line, column, reason, fix } = config.problem;
    return [finding("values-syntax", { path, line, column }, { reason, fix })];
  }
  const root = config.readAs(VALUES_SCHEMA) ?? {};
  if (config.documents.length <= 1 && isMapping(root)) return root;
  const found = config.documents.length > 1 ? "several documents" : describeValue(root);
  return [finding("values-root", { path, ...config.locate([]) }, { found })];
}
