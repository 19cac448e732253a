import { finding, locationOf } from "../findings/finding.js";
import { resolveType } from "../part/resolve-type.js";
import { findReader } from "../releases/readers.js";
import type { Check } from "./check.js";

export const readerTypes: Check = {
  codes: ["reader-ignores-part"],
  target: "input",
  each: true,
  run: (parts, release) => {
    const known = release && findReader(release.reader);
    if (!known) return [];
    return parts.flatMap((part) => {
      const type = resolveType(part.type, part.content);
      if (known.types.includes(type)) return [];
      const { name, reader } = release;
      return [finding("reader-ignores-part", locationOf(part), { release: name, reader, type })];
    });
  },
};
