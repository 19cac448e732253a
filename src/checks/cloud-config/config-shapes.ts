import { KNOWN_KEYS, REMOVED_KEYS } from "../../cloud-config/config-keys.js";
import { describeValue } from "../../cloud-config/describe-value.js";
import { findMisfits, type Misfit } from "../../cloud-config/find-misfits.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { describeShape } from "../../cloud-config/shape.js";
import { SHAPES } from "../../cloud-config/shapes.js";
import { findNearest } from "../../text/find-nearest.js";
import { finding, placeIn } from "../../findings/finding.js";
import type { Finding, Part, Place } from "../../model.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

/** What cloud-init says itself of such values at boot, it says in a log that nobody reads. */
export const configShapes: Check = {
  codes: ["config-key-unknown", "config-type", "config-not-text", "config-permissions"],
  of: "listed",
  run: (parts) => parts.filter(isCloudConfig).flatMap(checkShapes),
};

function checkShapes(part: Part): Finding[] {
  const { locate } = readConfig(part);
  return Object.entries(rootOf(part)).flatMap(([key, value]) => {
    if (!KNOWN_KEYS.has(key) && !Object.hasOwn(REMOVED_KEYS, key)) {
      return [unknownKey(key, placeIn(part, locate([key])), KNOWN_KEYS)];
    }
    const shape = Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined;
    if (!shape) return [];
    return findMisfits(value, shape, [key]).map((misfit) => describe(misfit, placeIn(part, locate(misfit.path))));
  });
}

function unknownKey(key: string, place: Place, known: Iterable<string>): Finding {
  return finding("config-key-unknown", place, { key, nearest: findNearest(key, known) });
}

function describe({ path, value, problem, shape }: Misfit, place: Place): Finding {
  const key = describePath(path);
  const found = describeValue(value);
  if (problem === "unknown-key") {
    return unknownKey(String(path.at(-1)), place, shape.kind === "mapping" ? Object.keys(shape.keys) : []);
  }
  if (problem === "not-mode") {
    return finding("config-permissions", place, { found: String(value), mode: Number(value).toString(8) });
  }
  if (problem === "not-text") return finding("config-not-text", place, { key, found });
  return finding("config-type", place, { key, expected: describeShape(shape), found });
}

/** `write_files[0].content` */
function describePath(path: NodePath): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .slice(1);
}
