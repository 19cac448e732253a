import { KubebootError } from "../errors.js";
import { hasErrors } from "../findings/finding.js";
import type { LintResult } from "../model.js";
import { ExitError } from "./exit-error.js";
import { exitStatus } from "./exit-status.js";
import { readStdin, write, type Io } from "./io.js";
import type { Format, LintFlags } from "./lint.js";
import { listFailures } from "./list-failures.js";
import { styleOutput } from "./output-style.js";
import { resolveFlags, type SourceFlags } from "./source-options.js";

/** How the checks ended. */
export interface LintRun {
  /** Whether everything could be read. */
  complete: boolean;
  /** The exit status. */
  exitCode: number;
}

/**
 * Runs `kubeboot lint`.
 *
 * @throws {ExitError} with status 1 if there are errors
 * @throws {KubebootError} for wrong usage, and for what could not be read, after the report
 */
export async function runLint(sources: readonly string[], flags: LintFlags, io: Io): Promise<void> {
  const { format: named, json, list, quiet, ...options } = flags;
  const format = json ? "json" : named;
  if (list) return write(io.stdout, await renderList(format, io));
  const { failure, ...result } = await check(sources, options, io);
  const error = failure ?? (hasErrors(result.findings) ? new ExitError(1) : null);
  if (format === "text" && failure) throw failure;
  const findings = quiet ? result.findings.filter(({ severity }) => severity === "error") : result.findings;
  if (findings.length > 0 || format !== "text") {
    const run = { complete: failure === null, exitCode: error === null ? 0 : exitStatus(error) };
    await write(io.stdout, await render({ ...result, findings }, run, format, io));
  }
  if (error) throw error;
}

/** What was found, and the error that kept something from being checked: a report without it would look complete. */
async function check(
  sources: readonly string[],
  options: SourceFlags & Pick<LintFlags, "schema">,
  io: Io,
): Promise<LintResult & { failure: KubebootError | null }> {
  try {
    const { lintSources } = await import("../pipeline.js");
    const result = await lintSources(sources, { ...(await resolveFlags(options)), stdin: readStdin(io) });
    return { ...result, failure: null };
  } catch (error) {
    if (!(error instanceof KubebootError) || error.code === "usage") throw error;
    return { findings: [...listFailures(error)], texts: [], failure: error };
  }
}

async function renderList(format: Format, io: Io): Promise<string> {
  const { renderChecks, renderChecksJson } = await import("./render-checks.js");
  if (format === "text") return renderChecks(styleOutput(io, io.stdout));
  if (format === "json") return renderChecksJson();
  throw new KubebootError("usage", "--list supports the formats text and json only");
}

/** Loads only the requested format. */
async function render(result: LintResult, run: LintRun, format: Format, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./render.js")).renderJson({ complete: run.complete, findings: result.findings });
    case "github":
      return (await import("./render-lint-github.js")).renderLintGithub(result.findings);
    case "sarif":
      return (await import("./render-lint-sarif.js")).renderLintSarif(result.findings, run);
    case "gitlab":
      return (await import("./render-lint-gitlab.js")).renderLintGitlab(result.findings);
    case "junit":
      return (await import("./render-lint-junit.js")).renderLintJunit(result);
    case "text":
      return (await import("./render-lint-text.js")).renderLintText(result, styleOutput(io, io.stdout));
  }
}
