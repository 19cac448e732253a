/** PartFile[] → how to list each for `bundle`, and what would be lost by bundling them again. */
import { basename } from "node:path";
import { isContentType } from "../part/content-types.js";
import type { PartFile } from "./extract-parts.js";
import { finding, locationOf } from "../findings/finding.js";
import type { ExtractedFile, Finding, ReadPart, Source, TypedSource } from "../model.js";

/** The function with which bundling determines types. */
type SniffTypes = (sources: readonly Source[], defaultType: null) => Promise<{ sources: TypedSource[] }>;

/** The files with their sources, and a finding for everything that a file can't hold. */
export async function describeFiles(
  files: readonly PartFile[],
  sniffTypes: SniffTypes,
): Promise<{ files: ExtractedFile[]; findings: Finding[] }> {
  const described: ExtractedFile[] = [];
  for (const file of files) described.push({ ...file, source: await nameSource(file, sniffTypes) });
  return { files: described, findings: files.flatMap(findLosses) };
}

/** The path, followed by the type if the content does not imply it. */
async function nameSource({ path, part: { type, content } }: PartFile, sniffTypes: SniffTypes): Promise<string> {
  const { sources } = await sniffTypes([{ path, filename: basename(path), content, type: null }], null);
  const listed = path.startsWith("-") ? `./${path}` : path;
  return sources[0]?.type === type || !isContentType(type) ? listed : `${listed}:${type}`;
}

function findLosses({ path, part }: PartFile): Finding[] {
  const name = basename(path);
  return [
    name !== part.filename && finding("file-renamed", locationOf(part), { name, filename: part.filename }),
    !isContentType(part.type) && finding("type-lost", locationOf(part), { type: part.type }),
    ...findLostHeaders(part),
  ].filter((found) => found !== false);
}

/** Headers that cloud-init uses (user_data.py, and mergers/__init__.py) and files don't have. */
function findLostHeaders(part: ReadPart): Finding[] {
  return Object.entries(part.headers).flatMap(([name, value]) => {
    if (/^(x-)?merge-type$/i.test(name)) return [finding("merge-type-lost", locationOf(part), { name, value })];
    return /^launch-index$/i.test(name) ? [finding("launch-index-lost", locationOf(part), { value })] : [];
  });
}
