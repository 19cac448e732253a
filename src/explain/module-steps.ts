/** The merged cloud-config and the scripts → what the modules of cloud-init do, in their order. */
import type { Part } from "../model.js";
import { RUNCMD } from "../part/script-folders.js";
import { readScriptHead } from "../part/script-head.js";
import type { ModuleStage } from "../releases/default-modules.js";
import { listMoves, type ModuleEntry } from "../releases/list-modules.js";
import { isRead } from "../releases/is-read.js";
import { NEWEST_RELEASE, OLDEST_SUPPORTED, type Release } from "../releases/releases.js";
import { describeConflicts, locateOrigin } from "./describe-conflicts.js";
import { findTraced, type MergedConfig } from "./merged-config.js";
import { isScript, listCommands } from "./modules/commands.js";
import { MODULES } from "./modules/index.js";
import { count } from "./modules/words.js";
import { listScriptFiles, SCRIPT_MODULES } from "./script-files.js";
import { draft, type Draft } from "./steps.js";

/** A step for each module that has something to do, and for each script. */
export function listModuleSteps(
  modules: readonly ModuleEntry[],
  config: MergedConfig,
  { scripts, release }: { scripts: readonly Part[]; release: Release | null },
): Draft[] {
  const told = new Set<string>();
  const hasRuncmd = modules.some(({ name }) => name === RUNCMD) && isScript(config.root[RUNCMD]);
  return modules.flatMap((module) => {
    if (!Object.hasOwn(SCRIPT_MODULES, module.name)) return describeModule(module, config, { told, release });
    return runScripts(module, { scripts, hasRuncmd, config });
  });
}

/** @param context `told`: the keys whose conflicts an earlier step has */
function describeModule(
  { name, stage, frequency }: ModuleEntry,
  config: MergedConfig,
  context: { told: Set<string>; release: Release | null },
): Draft[] {
  const { told, release } = context;
  const row = Object.hasOwn(MODULES, name) ? MODULES[name]! : null;
  const keys = row?.keys.filter((key) => (config.root[key] ?? null) !== null) ?? [];
  const described =
    keys.length === 0 ? null : row!.describe(config.root, (key) => isRead("key", key, release ?? NEWEST_RELEASE));
  if (described === null) return [];
  const { paths = keys.map((key) => [key]), ...words } = described;
  const { places } = traceValues(config, paths);
  const { parts, from } = traceKeys(config, keys);
  const { conflicts } = traceKeys(config, paths.length === 0 ? [] : keys.filter((key) => !told.has(key)));
  for (const key of keys) told.add(key);
  const text = [words.text, ...(release === null ? describeMoves(name, stage) : [])].join("; ");
  return [draft({ stage, kind: "module", name, ...words, text, frequency, from, places, conflicts, parts })];
}

/** The releases in which the module runs in another stage. */
function describeMoves(name: string, stage: ModuleStage): string[] {
  const moves = listMoves(name, stage, OLDEST_SUPPORTED);
  return moves.map((move) => `before cloud-init ${move.until} in the ${move.stage} stage`);
}

/** What the values at the paths come from, and what they took the place of. */
function traceValues({ trace }: MergedConfig, paths: readonly (readonly (string | number)[])[]) {
  const found = paths.flatMap((path) => {
    const traced = findTraced(trace, path);
    return traced === null ? [] : [{ path, traced }];
  });
  const origins = found.flatMap(({ traced }) => [...traced.from, ...traced.replaced]);
  return {
    parts: [...new Set(origins.map(({ merge }) => merge.part))],
    from: found.flatMap(({ traced }) => traced.from.map(locateOrigin)),
    places: origins.map(locateOrigin),
    conflicts: found.flatMap(({ path, traced }) => describeConflicts(traced, path)),
  };
}

function traceKeys(config: MergedConfig, keys: readonly string[]) {
  return traceValues(
    config,
    keys.map((key) => [key]),
  );
}

interface Scripts {
  scripts: readonly Part[];
  hasRuncmd: boolean;
  config: MergedConfig;
}

function runScripts({ name: module, stage }: ModuleEntry, { scripts, hasRuncmd, config }: Scripts): Draft[] {
  const { type, frequency } = SCRIPT_MODULES[module]!;
  return listScriptFiles(scripts, type, hasRuncmd).map(({ name, part }) => {
    if (part !== null)
      return draft({ stage, kind: "script", name, text: describeScript(part), frequency, parts: [part] });
    const details = listCommands(config.root[RUNCMD]);
    const text = `runs the ${count(details.length, "command")} of \`runcmd\``;
    return draft({ stage, kind: "script", name, text, details, frequency, ...traceKeys(config, [RUNCMD]) });
  });
}

function describeScript(part: Part): string {
  const [, interpreter] = /^#![ \t]*(\S.*?)\s*(?:\n|$)/.exec(readScriptHead(part)?.text ?? "") ?? [];
  return interpreter === undefined ? "runs" : `runs with ${interpreter}`;
}
