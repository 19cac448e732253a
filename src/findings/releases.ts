import { defineCheck } from "./define-finding.js";

/** A release that was named: an image and its cloud-init, or a version of cloud-init, which is its own name. */
export interface NamedRelease {
  release: string;
  version: string;
}

/** What a release is too old for. */
export interface NewerArgs extends NamedRelease {
  name: string;
  since: string;
}

/** The part of THE table of findings that is about one release of cloud-init, or one image. */
export const RELEASE_FINDINGS = {
  "type-newer": defineCheck<NewerArgs>({
    severity: "error",
    reason: "an older cloud-init ignores a content type that it does not know yet",
    message: (newer) => `${describeNeed(newer)}: ${describeRelease(newer)} ignores the part`,
    hint: describeReplacement,
  }),
  "type-updates": defineCheck<NewerArgs>({
    severity: "warning",
    reason: "the first images of a release ignore a content type that its updates know",
    message: (newer) => `${describeNeed(newer)}: ${describeFirst(newer)}`,
    hint: ({ since }) => `use an image with cloud-init ${since} or later`,
  }),
  "config-colon": defineCheck<{ release: string }>({
    severity: "error",
    reason: "a PyYAML before 5.1 refuses `:` in unquoted text inside brackets, and the part is ignored",
    message: ({ release }) => `\`${release}\` has an old PyYAML, which refuses \`:\` here: the part is ignored`,
    hint: "write the text in quotes",
  }),
  "config-key-newer": defineCheck<NewerArgs>({
    severity: "error",
    reason: "an older cloud-init ignores a key that it does not know yet",
    message: (newer) => `${describeNeed(newer)}: ${describeRelease(newer)} ignores it`,
    hint: describeReplacement,
  }),
  "config-key-updates": defineCheck<NewerArgs>({
    severity: "warning",
    reason: "the first images of a release ignore a key that its updates know",
    message: (newer) => `${describeNeed(newer)}: ${describeFirst(newer)}`,
    hint: ({ since }) => `use an image with cloud-init ${since} or later`,
  }),
  "config-key-differs": defineCheck<{ name: string; since: string; images: readonly string[] }>({
    severity: "note",
    reason: "images that still get updates ignore the key, because their cloud-init is too old",
    message: ({ name, since, images }) => `\`${name}\` needs cloud-init ${since}: ${countImages(images)}`,
    hint: "name your image with `--release`",
  }),
  "config-key-foreign": defineCheck<{ name: string; release: string }>({
    severity: "note",
    reason: "the module of the key does not run on the image",
    message: ({ name, release }) => `\`${name}\` has no effect on \`${release}\`, where its module does not run`,
    hint: "leave it for other images, or delete it",
  }),
  "program-missing": defineCheck<{ release: string; program: string }>({
    severity: "warning",
    reason: "a script does not run if the image does not have its interpreter",
    message: ({ release, program }) => `\`${release}\` has no ${program}: the script does not run`,
    hint: ({ program }) => `begin the script with \`#!/bin/sh\`, or install ${program} in the image`,
  }),
  "reader-ignores-part": defineCheck<{ release: string; reader: string; type: string }>({
    severity: "error",
    reason: "a program other than cloud-init reads user-data on the image, and knows fewer types",
    message: ({ release, reader, type }) => `${reader}, which \`${release}\` has, ignores \`${type}\``,
    hint: "write it as a `#!` script, or use an image with cloud-init",
  }),
  "reader-ignores-key": defineCheck<{ release: string; reader: string; key: string }>({
    severity: "error",
    reason: "a program other than cloud-init reads user-data on the image, and knows fewer keys",
    message: ({ release, reader, key }) => `${reader}, which \`${release}\` has, ignores \`${key}\``,
    hint: "use a `#!` script for it, or an image with cloud-init",
  }),
};

/** As the subject of a sentence. */
function describeRelease({ release, version }: NamedRelease): string {
  return release === version ? `cloud-init ${version}` : `\`${release}\` (${version})`;
}

/** Who no longer reads what was removed; all newer releases, if none was named. */
export function describeNewer(named: NamedRelease | null): string {
  return named === null ? "newer releases ignore" : `${describeRelease(named)} ignores`;
}

function describeNeed({ name, since }: NewerArgs): string {
  return `\`${name}\` needs cloud-init ${since}`;
}

function describeFirst({ release, version }: NewerArgs): string {
  return `the first \`${release}\` images have ${version}`;
}

/** The ways to do without. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/^text\/jinja2$/, "use `kubeboot render` to fill it in beforehand"],
  [
    /^text\/x-shellscript-per-(\w+)$/,
    "write the script to /var/lib/cloud/scripts/per-$1 with `write_files`, with permissions '0755'",
  ],
  [/^ca_certs$/, "write it as `ca-certs`"],
  [/^chpasswd\.users$/, "write `chpasswd.list`, with `USER:PASSWORD` on each line"],
  [/^ubuntu_pro$/, "write it as `ubuntu_advantage`"],
  [/^write_files\[\]\.defer$/, "write the file in a `#!` script"],
  [/^rh_subscription\.(\w+)_(\w+)$/, "write it as `$1-$2`"],
];

function describeReplacement({ name, since }: NewerArgs): string {
  for (const [pattern, words] of REPLACEMENTS) if (pattern.test(name)) return name.replace(pattern, words);
  return `use an image with cloud-init ${since} or later, or do it in a script`;
}

/** One by name, for the line has room for no more. */
function countImages([first, ...others]: readonly string[]): string {
  if (others.length === 0) return `\`${first}\` ignores it`;
  return `\`${first}\` and ${others.length === 1 ? "one other image" : `${others.length} other images`} ignore it`;
}
