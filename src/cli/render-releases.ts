/** The table of releases → strings. */
import { CHANGES } from "../releases/changes.js";
import { IMAGES } from "../releases/images.js";
import { VERSIONS, type Release } from "../releases/releases.js";
import type { OutputStyle } from "./output-style.js";
import { renderJson } from "./render.js";
import { renderTable } from "./render-table.js";

const HEAD = ["IMAGE", "CLOUD-INIT", "NOW", "UPDATES", "NOTES", "SOURCE"];

/** The images as columns, below a heading; `-` is what does not apply. */
export function renderReleases(style: OutputStyle): string {
  return renderTable([HEAD, ...IMAGES.map(describeRelease)], { wrapped: [0, 4, 5] }, style);
}

/** The images, the versions of cloud-init, and what each of them reads, as one JSON object. */
export function renderReleasesJson(): string {
  return renderJson({ releases: IMAGES, versions: VERSIONS, changes: CHANGES });
}

function describeRelease(release: Release): string[] {
  const { name, aliases, version, latest, supported, source } = release;
  const facts = [version ?? "-", latest ?? "-", supported ? "yes" : "no", describeNotes(release), source ?? "-"];
  return [[name, ...aliases].join(", "), ...facts];
}

function describeNotes({ reader, lacks, withoutModules, refusesColons, note }: Release): string {
  const notes = [
    reader === "cloud-init" ? null : `has ${reader}`,
    refusesColons ? "PyYAML before 5.1" : null,
    ...lacks.map((program) => `no ${program}`),
    ...withoutModules.map((module) => `no module ${module}`),
    note,
  ];
  return notes.filter((each) => each !== null).join("; ") || "-";
}
