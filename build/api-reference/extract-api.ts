import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel, type ExtractorMessage } from "@microsoft/api-extractor";
import { ApiModel, type ApiEntryPoint } from "@microsoft/api-extractor-model";

/**
 * The package's exports and their docstrings, from the sources.
 *
 * @throws {Error} for a docstring that is not valid TSDoc, or has a link to something that is not exported
 */
export function extractApi(): ApiEntryPoint {
  const folder = mkdtempSync(join(tmpdir(), "kubeboot-api-"));
  try {
    execFileSync(resolve("node_modules/.bin/tsc"), ["-p", "tsconfig.build.json", "--noCheck", "--outDir", folder]);
    const model = join(folder, "api.json");
    extractModel(join(folder, "index.d.ts"), model);
    return new ApiModel().loadPackage(model).entryPoints[0]!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function extractModel(entry: string, apiJsonFilePath: string): void {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: resolve("."),
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [entry] } },
      docModel: { enabled: true, apiJsonFilePath },
      apiReport: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: MESSAGES,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve("package.json"),
  });
  const problems: string[] = [];
  Extractor.invoke(config, { messageCallback: (message) => collectProblem(message, problems) });
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/**
 * For the TypeScript that API Extractor brings along, which reads the declarations. Without the types of browsers: it
 * would rename the `Location` of this package.
 */
const COMPILER_OPTIONS = { target: "es2023", lib: ["es2023"], module: "nodenext", types: [], strict: true };

const error = { logLevel: ExtractorLogLevel.Error };
const none = { logLevel: ExtractorLogLevel.None };

/** Everything that is exported is public, and may be made of types that are not. */
const MESSAGES = {
  compilerMessageReporting: { default: error },
  extractorMessageReporting: { default: error, "ae-missing-release-tag": none, "ae-forgotten-export": none },
  tsdocMessageReporting: { default: error },
};

function collectProblem(message: ExtractorMessage, problems: string[]): void {
  const { logLevel, sourceFilePath, sourceFileLine, text } = message;
  message.handled = true;
  if (logLevel === ExtractorLogLevel.Error) problems.push(`${sourceFilePath}:${sourceFileLine}: ${text}`);
}
