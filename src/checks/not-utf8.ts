import { isUtf8 } from "node:buffer";
import { isTextType } from "../part/content-types.js";
import { findBadByte } from "../part/find-bad-byte.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Check } from "./check.js";

export const notUtf8: Check = {
  codes: ["text-not-utf8"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter(({ type, content }) => isTextType(type) && !isUtf8(content))
      .map((part) =>
        finding("text-not-utf8", locationOf(part), { type: part.type, offset: findBadByte(part.content) }),
      ),
};
