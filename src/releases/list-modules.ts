/** A release → the modules that it runs, in order, how often each, and where they ran in others. */
import { isMapping } from "../yaml/is-mapping.js";
import { compareVersions } from "./compare-versions.js";
import { DEFAULT_MODULES, type Frequency, type ModuleRow, type ModuleStage } from "./default-modules.js";
import type { Distribution, Release } from "./releases.js";

/** A module in a stage. */
export interface ModuleEntry {
  /** With underscores, as its file cc_NAME.py. */
  name: string;
  stage: ModuleStage;
  frequency: Frequency;
  /** The only distributions that run it; null if all do, or if the cloud-config lists it. */
  distributions: readonly Distribution[] | null;
}

/** The keys of cloud-config that replace the lists of the image. */
const KEYS: Readonly<Record<ModuleStage, string>> = {
  network: "cloud_init_modules",
  config: "cloud_config_modules",
  final: "cloud_final_modules",
};

const STAGES = Object.keys(KEYS) as ModuleStage[];

/**
 * The modules that today's images of a release run, in order. For a bare version, those of every distribution. None if
 * it is not cloud-init that reads user-data.
 *
 * @param config the merged cloud-config, which may have lists of its own
 */
export function listModules(
  { latest, distribution, withoutModules }: Release,
  config: Readonly<Record<string, unknown>> = {},
): ModuleEntry[] {
  if (latest === null) return [];
  return STAGES.flatMap((stage) => {
    const own = config[KEYS[stage]];
    if (Array.isArray(own)) return own.flatMap((item) => readOwn(item, stage, latest));
    return DEFAULT_MODULES[stage]
      .filter((row) => isInRelease(row, latest) && !withoutModules.includes(row.name))
      .filter(({ on }) => distribution === null || on === undefined || on.includes(distribution))
      .map(({ name, frequency = "instance", on = null }) => ({ name, stage, frequency, distributions: on }));
  });
}

function isInRelease({ since, until }: ModuleRow, version: string): boolean {
  const isSince = since === undefined || compareVersions(since, version) <= 0;
  return isSince && (until === undefined || compareVersions(until, version) > 0);
}

/** A name, a list of a name and a frequency, or a mapping (cloudinit/config/modules.py, _read_modules). */
function readOwn(item: unknown, stage: ModuleStage, version: string): ModuleEntry[] {
  const { name: named = null, frequency = null } = isMapping(item) ? item : {};
  const [given, often]: unknown[] = Array.isArray(item) ? item : isMapping(item) ? [named, frequency] : [item];
  if (typeof given !== "string") return [];
  const name = given.trim().replaceAll("-", "_");
  const written = WRITTEN.get(typeof often === "string" ? often.trim() : "");
  return [{ name, stage, frequency: written ?? frequencyOf(name, version), distributions: null }];
}

/** As cloudinit/settings.py writes them. */
const WRITTEN: ReadonlyMap<string, Frequency> = new Map([
  ["always", "always"],
  ["once-per-instance", "instance"],
  ["once", "once"],
]);

function frequencyOf(name: string, version: string): Frequency {
  const rows = STAGES.flatMap((stage) => DEFAULT_MODULES[stage]).filter((row) => row.name === name);
  return rows.find((row) => isInRelease(row, version))?.frequency ?? "instance";
}

/** A stage in which older releases run a module, and the first release that does not. */
export interface ModuleMove {
  stage: ModuleStage;
  until: string;
}

/** Where releases from `oldest` on run a module, except `stage`. */
export function listMoves(name: string, stage: ModuleStage, oldest: string): ModuleMove[] {
  return STAGES.filter((other) => other !== stage).flatMap((other) =>
    DEFAULT_MODULES[other]
      .filter((row) => row.name === name)
      .flatMap(({ until }) =>
        until !== undefined && compareVersions(until, oldest) > 0 ? [{ stage: other, until }] : [],
      ),
  );
}
