/** Part[] → Finding[]: all checks in order. */
import { isArchiveSource, openArchives } from "../cloud-config/open-archives.js";
import { isKubernetes } from "../part/content-types.js";
import { effectiveType } from "../part/effective-type.js";
import { readText } from "../part/part-text.js";
import { isScript } from "../part/script-folders.js";
import type { Finding, Part } from "../model.js";
import { isEssential } from "../findings/table.js";
import { allowUnknown } from "./allow-unknown.js";
import { byteOrderMark } from "./byte-order-mark.js";
import type { Check } from "./check.js";
import { compressedType } from "./compressed-type.js";
import { containerType } from "./container-type.js";
import { emptyPart } from "./empty-part.js";
import { includeList } from "./include-list.js";
import { launchIndex } from "./launch-index.js";
import { lineEnds } from "./line-ends.js";
import { mergeHeader } from "./merge-header.js";
import { notUtf8 } from "./not-utf8.js";
import { nul } from "./nul.js";
import { omitCoveredFields } from "./omit-covered-fields.js";
import { omitCoveredSecrets } from "./omit-covered-secrets.js";
import { removedType } from "./removed-type.js";
import { scriptFileNames } from "./script-file-names.js";
import { scriptShebang } from "./script-shebang.js";
import { secrets } from "./secrets.js";
import { templates } from "./templates.js";
import { typeMismatch } from "./type-mismatch.js";
import { unhandledType } from "./unhandled-type.js";

/** Checks that read only bytes, types, names and headers. */
const PLAIN_CHECKS: readonly Check[] = [
  containerType,
  notUtf8,
  compressedType,
  byteOrderMark,
  removedType,
  typeMismatch,
  templates,
  unhandledType,
  launchIndex,
  emptyPart,
  lineEnds,
  nul,
  scriptShebang,
  mergeHeader,
  scriptFileNames,
  includeList,
  secrets,
  allowUnknown,
];

/** The parts before and after arranging. */
export interface CheckedParts {
  input: readonly Part[];
  arranged: readonly Part[];
}

/** Runs the checks; with `essentialOnly` only those that keep the message intact. */
export async function runChecks(
  parts: CheckedParts,
  { essentialOnly = false }: { essentialOnly?: boolean } = {},
): Promise<Finding[]> {
  const opened = essentialOnly ? parts : await openAll(parts);
  const checks = essentialOnly ? PLAIN_CHECKS.filter(isEssentialCheck) : await loadChecks(opened.input);
  return omitCoveredFields(omitCoveredSecrets(checks.flatMap(({ target, run }) => run(opened[target]))));
}

function isEssentialCheck({ codes }: Check): boolean {
  return codes.some(isEssential);
}

async function openAll({ input, arranged }: CheckedParts): Promise<CheckedParts> {
  return { input: await openArchives(input), arranged: await openArchives(arranged) };
}

/** All that the parts need, in order. */
export async function loadChecks(parts: readonly Part[]): Promise<readonly Check[]> {
  const hasConfigs = parts.some((part) => effectiveType(part) === "text/cloud-config" || isArchiveSource(part));
  const hasCommands = hasConfigs && parts.some((part) => /runcmd|bootcmd/.test(readText(part)));
  const hasShell = hasCommands || parts.some((part) => isScript(effectiveType(part)));
  const hasTimeZone = hasConfigs && parts.some((part) => readText(part).includes("timezone"));
  const hasManifests = parts.some(({ type }) => isKubernetes(type));
  return [
    ...PLAIN_CHECKS,
    ...(hasConfigs ? (await import("./config-checks.js")).CONFIG_CHECKS : []),
    ...(hasTimeZone ? [(await import("./cloud-config/time-zone.js")).timeZone] : []),
    ...(hasShell ? [await loadShellCheck(hasCommands)] : []),
    ...(hasManifests ? (await import("./manifest-checks.js")).MANIFEST_CHECKS : []),
  ];
}

/** The commands of cloud-config need the YAML parser, scripts don't. */
async function loadShellCheck(hasCommands: boolean): Promise<Check> {
  const { checkShell } = await import("./shell/check-shell.js");
  return checkShell(hasCommands ? (await import("./shell/list-commands.js")).listCommands : () => []);
}
