import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { listTimeZones } from "../../cloud-config/time-zones.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { findNearest } from "../../text/find-nearest.js";
import { isPlaceholder } from "../../text/is-placeholder.js";
import type { Check } from "../check.js";

/** The name is that of a file in /usr/share/zoneinfo, where case matters (distros/__init__.py, _find_tz_file). */
export const timeZone: Check = {
  codes: ["time-zone"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(isCloudConfig).flatMap(checkPart),
};

/** Files in that folder that are not zones, and paths to other folders. */
const OTHER_FILES = /^(?:\/.*|SystemV\/.*|localtime|posixrules)$/;

function checkPart(part: Part): Finding[] {
  const { timezone: name } = rootOf(part);
  if (typeof name !== "string" || name === "" || OTHER_FILES.test(name) || isPlaceholder(name)) return [];
  const zones = listTimeZones();
  if (zones.has(name.replace(/^(?:posix|right)\//, ""))) return [];
  const location = locationOf(part, readConfig(part).locateValue(["timezone"]));
  return [finding("time-zone", location, { name, nearest: findMeant(name, zones) })];
}

function findMeant(name: string, zones: ReadonlySet<string>): string | null {
  const [, sign, hours] = /^(?:UTC|GMT) ?([+-])0?(\d{1,2})(?::?00)?$/i.exec(name) ?? [];
  // POSIX counts to the west.
  const fixed = `Etc/GMT${sign === "+" ? "-" : "+"}${hours}`;
  if (zones.has(fixed)) return fixed;
  const word = name.trim().replace(/\s+/g, "_").toLowerCase();
  const all = [...zones];
  const same = all.find((zone) => zone.toLowerCase() === word);
  const city = all.find((zone) => zone.toLowerCase().endsWith(`/${word.replace(/^.*\//, "")}`));
  if (same ?? city) return (same ?? city)!;
  const near = findNearest(
    word,
    all.map((zone) => zone.toLowerCase()).filter((zone) => zone.includes("/")),
  );
  return all.find((zone) => zone.toLowerCase() === near) ?? null;
}
