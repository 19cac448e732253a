import { isAbsolute, join } from "node:path";
import { KubebootError } from "../errors.js";
import type { BundleOptions } from "../options.js";
import { resolveOptions } from "../resolve-options.js";
import type { Values } from "../templates/merge-values.js";
import type { NodePath } from "../yaml/node-path.js";
import type { DescriptionProblems } from "./description-problems.js";
import { nameOfOption, OPTION_SETTINGS } from "./setting-kinds.js";

/** Settings, and where they stand. */
interface PlacedSettings {
  settings: Values;
  path: NodePath;
}

/** The options for the nodes of a role: of the fleet, then of the role. What is wrong with them is a finding. */
export function readOptions(
  layers: readonly PlacedSettings[],
  { folder, problems }: { folder: string; problems: DescriptionProblems },
): BundleOptions {
  const places = new Map<string, NodePath>();
  const options: Record<string, unknown> = {};
  for (const { settings, path } of layers) {
    for (const [key, value] of Object.entries(settings).filter(([name]) => Object.hasOwn(OPTION_SETTINGS, name))) {
      places.set(key, [...path, key]);
      options[nameOfOption(key)] = key === "instance-data" ? resolvePath(folder, value as string) : value;
    }
  }
  try {
    resolveOptions(options);
    return options;
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    const reason = error.message;
    const place = [...places].find(([key]) => reason.includes(key) || reason.includes(nameOfOption(key)));
    const known = problems.findings.some((found) => found.code === "fleet-option" && found.message === reason);
    if (!known) problems.add("fleet-option", place?.[1] ?? layers.at(-1)!.path, { reason });
    return {};
  }
}

function resolvePath(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}
