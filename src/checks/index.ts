/** Part[] → Finding[]: all checks in order. */
import { isArchiveSource, openArchives } from "../cloud-config/open-archives.js";
import { isKubernetes } from "../part/content-types.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { readText } from "../part/part-text.js";
import { isScript } from "../part/script-folders.js";
import type { Finding, Part } from "../model.js";
import type { Release } from "../releases/releases.js";
import { isEssential } from "../findings/table.js";
import { MISSING_PLACEHOLDER } from "../templates/missing-placeholder.js";
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
import { omitCoveredPlaceholders } from "./omit-covered-placeholders.js";
import { omitCoveredSecrets } from "./omit-covered-secrets.js";
import { programMissing } from "./program-missing.js";
import { readerTypes } from "./reader-types.js";
import { runCheck } from "./run-check.js";
import { scriptFileNames } from "./script-file-names.js";
import { scriptShebang } from "./script-shebang.js";
import type { InstanceOptions } from "./render-parts.js";
import { secrets } from "./secrets.js";
import { templates } from "./templates.js";
import { templateUnmarked } from "./template-unmarked.js";
import { typeReleases } from "./type-releases.js";
import { typeMismatch } from "./type-mismatch.js";
import { unhandledType } from "./unhandled-type.js";

/** Checks that read only bytes, types, names and headers. */
export const PLAIN_CHECKS: readonly Check[] = [
  containerType,
  notUtf8,
  compressedType,
  byteOrderMark,
  typeReleases,
  readerTypes,
  typeMismatch,
  templates,
  templateUnmarked,
  unhandledType,
  launchIndex,
  emptyPart,
  lineEnds,
  nul,
  scriptShebang,
  programMissing,
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

/** How parts are checked. */
interface CheckOptions extends InstanceOptions {
  essentialOnly?: boolean;
  /** The release that the instances have; null for all that still get updates. */
  release?: Release | null;
}

/** Runs the checks; with `essentialOnly` only those that keep the message intact. */
export async function runChecks(
  parts: CheckedParts,
  { essentialOnly = false, release = null, ...instance }: CheckOptions = {},
): Promise<Finding[]> {
  if (essentialOnly) return runOn(parts, PLAIN_CHECKS.filter(isEssentialCheck), release);
  const opened = await openAll(parts);
  const filled = await fillIn(opened, instance);
  const further = runOn(filled.parts, await loadChecks(filled.parts.input), release);
  const covering = filled.findings.filter((each) => isCovering(each, filled.parts.input));
  const found = [...runOn(opened, PLAIN_CHECKS, release), ...filled.findings, ...omitCovered(further, covering)];
  return omitCoveredPlaceholders(omitCoveredFields(omitCoveredSecrets(found)));
}

function runOn(parts: CheckedParts, checks: readonly Check[], release: Release | null): Finding[] {
  return checks.flatMap((check) => runCheck(check, parts[check.target], release));
}

/** The parts as cloud-init fills them in; what fills them in is loaded only if there is a template. */
async function fillIn(
  parts: CheckedParts,
  instance: InstanceOptions,
): Promise<{ parts: CheckedParts; findings: Finding[] }> {
  if (!parts.input.some(isTemplate)) return { parts, findings: [] };
  const { renderParts } = await import("./render-parts.js");
  const input = renderParts(parts.input, instance);
  return {
    parts: { input: input.parts, arranged: renderParts(parts.arranged, instance).parts },
    findings: input.findings,
  };
}

/** What is wrong with the result is a mistake of its own where it comes from an instance that has all names. */
function isCovering({ severity, path, part: number }: Finding, rendered: readonly Part[]): boolean {
  const part = rendered.find((each) => each.path === path && each.number === number);
  return severity !== "note" || part === undefined || readText(part).includes(MISSING_PLACEHOLDER);
}

/** One mistake, one finding: where a name or a tag is wrong, what becomes of the line is no mistake of its own. */
function omitCovered(found: readonly Finding[], ofTemplates: readonly Finding[]): Finding[] {
  const covered = new Set(ofTemplates.map(placeOf));
  return found.filter((each) => !covered.has(placeOf(each)));
}

function placeOf({ path, part, line }: Finding): string {
  return JSON.stringify([path, part, line]);
}

function isEssentialCheck({ codes }: Check): boolean {
  return codes.some(isEssential);
}

async function openAll({ input, arranged }: CheckedParts): Promise<CheckedParts> {
  return { input: await openArchives(input), arranged: await openArchives(arranged) };
}

/** All that the parts need besides the plain ones, in order. */
export async function loadChecks(parts: readonly Part[]): Promise<readonly Check[]> {
  const hasConfigs = parts.some((part) => effectiveType(part) === "text/cloud-config" || isArchiveSource(part));
  const hasCommands = hasConfigs && parts.some((part) => /runcmd|bootcmd/.test(readText(part)));
  const hasShell = hasCommands || parts.some((part) => isScript(effectiveType(part)));
  const hasTimeZone = hasConfigs && parts.some((part) => readText(part).includes("timezone"));
  const hasManifests = parts.some(({ type }) => isKubernetes(type));
  return [
    ...(hasConfigs ? (await import("./config-checks.js")).CONFIG_CHECKS : []),
    ...(hasTimeZone ? [(await import("./cloud-config/time-zone.js")).timeZone] : []),
    ...(hasShell ? [await loadShellCheck(hasCommands)] : []),
    ...(hasManifests ? (await import("./manifest-checks.js")).MANIFEST_CHECKS : []),
  ];
}

const shellChecks = new Map<boolean, Check>();

/** The commands of cloud-config need the YAML parser, scripts don't. */
async function loadShellCheck(hasCommands: boolean): Promise<Check> {
  const { checkShell } = await import("./shell/check-shell.js");
  const made = shellChecks.get(hasCommands);
  if (made) return made;
  const check = checkShell(hasCommands ? (await import("./shell/list-commands.js")).listCommands : () => []);
  shellChecks.set(hasCommands, check);
  return check;
}
