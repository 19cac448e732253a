import { createHash } from "node:crypto";
import { KubebootError, describeSystemError } from "../errors.js";
import type { Bundle, Finding } from "../model.js";
import { DEFAULT_MAX_BYTES, type BundleOptions } from "../options.js";
import { createBundle } from "../pipeline.js";
import type { Values } from "../templates/merge-values.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { Io } from "./io.js";
import { findValueConflicts, type AssignedValues } from "./find-value-conflicts.js";
import { assignValue, findNameProblem } from "./variable-names.js";
import { renderJson } from "./render.js";

/** The options that need the streams of the answer. */
interface OutputFlags {
  file?: string;
  json?: true;
}

/**
 * Answers a data source `external` of Terraform or OpenTofu. Its provider writes a flat object of texts to standard
 * input, and reads another from standard output if the status is 0 (terraform-provider-external,
 * internal/provider/data_source.go).
 *
 * @param io - its standard input is the query
 * @throws {KubebootError} `usage` for options that need the same streams, and for a query that is none; otherwise what
 *   `createBundle` throws
 */
export async function answerTerraform(
  sources: readonly string[],
  options: Readonly<BundleOptions>,
  { file, json }: OutputFlags,
  io: Io,
): Promise<{ answer: string; findings: Finding[] }> {
  if (file !== undefined) refuse("-o", "the blob goes to Terraform in `user_data_base64`");
  if (json) refuse("--json", "standard output is for the answer to Terraform");
  const stdin = sources.find((source) => /^-(?::|$)/.test(source));
  if (stdin !== undefined) refuse(stdin, "standard input is for the query of Terraform; write the source to a file");
  const query = await readQuery(io, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const given = [options.values ?? []].flat() as (string | Values)[];
  const own = given.filter((each) => typeof each !== "string").map((values) => ({ name: "`--set`", values }));
  const [conflict] = findValueConflicts([...own, ...query]);
  if (conflict !== undefined) throwQuery(conflict, "leave one of them out");
  const values = [...given, ...query.map((each) => each.values)];
  const bundle = await createBundle(sources, { ...options, values });
  return { answer: renderAnswer(bundle), findings: bundle.findings };
}

function refuse(name: string, reason: string): never {
  throw new KubebootError("usage", `--terraform and ${name} exclude each other: ${reason}`);
}

const EXAMPLE = 'run it from `data "external"`, or try it with `echo "{}" |`';

/** The values that the query sets. Messages contain no value, because it may be secret. */
async function readQuery(io: Io, maxBytes: number): Promise<AssignedValues[]> {
  if (io.stdin.isTTY) throwQuery("standard input is a terminal, but has to be Terraform's query");
  const query = parseJson(await readText(io, maxBytes));
  if (!isMapping(query)) throwQuery("standard input is not Terraform's query, a JSON object");
  return Object.entries(query).map(([name, value]) => {
    const problem = findNameProblem(name);
    if (problem !== null) throwQuery(`\`query\` ${problem}`, NAMES);
    if (typeof value !== "string") throwQuery(`\`${name}\` in \`query\` is no text`, "use `--set` for other values");
    return { name: `\`${name}\` of \`query\``, values: assignValue(name, value) };
  });
}

const NAMES = "use letters, digits and `_`, and dots for mappings";

async function readText(io: Io, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of io.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes)
        throwQuery(`standard input has more than ${maxBytes} bytes, but has to be Terraform's query`);
    }
  } catch (error) {
    if (error instanceof KubebootError) throw error;
    const reason = describeSystemError(error as Error);
    throw new KubebootError("unreadable", `--terraform: the query can't be read: ${reason}`, [], { cause: error });
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function throwQuery(problem: string, remedy = EXAMPLE): never {
  throw new KubebootError("usage", `--terraform: ${problem}: ${remedy}`);
}

/** All of them describe the blob before its base64, which platforms count and instances get. */
function renderAnswer({ bytes, layers }: Bundle): string {
  const blob =
    layers[0] === "base64" ? Buffer.from(Buffer.from(bytes).toString("latin1"), "base64") : Buffer.from(bytes);
  return renderJson({
    user_data_base64: blob.toString("base64"),
    sha256: createHash("sha256").update(blob).digest("hex"),
    bytes: String(blob.length),
  });
}
