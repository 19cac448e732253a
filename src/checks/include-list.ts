import { findMarker } from "../part/content-types.js";
import { effectiveType } from "../part/effective-type.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { readHead, readText } from "../part/part-text.js";
import type { Check } from "./check.js";

const INCLUDE_TYPES: ReadonlySet<string> = new Set(["text/x-include-url", "text/x-include-once-url"]);

/** How cloud-init finds a URL, line by line (user_data.py, _do_include), and reads it (url_helper.py). */
export const includeList: Check = {
  codes: ["include-comment", "include-unreadable", "include-local", "include-insecure"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter((part) => INCLUDE_TYPES.has(effectiveType(part)) && hasOwnMarker(part)).flatMap(checkPart),
};

/** Another check reports another marker: the text below it was not meant as a URL. */
function hasOwnMarker(part: Part): boolean {
  const marker = findMarker(readHead(part));
  return marker === null || INCLUDE_TYPES.has(marker.type);
}

function checkPart(part: Part): Finding[] {
  return readText(part)
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)
    .flatMap((text, index) => {
      const rest = text.replace(/^#include(?:-once)?\s*/i, "");
      if (rest.startsWith("#")) return [];
      const location = locationOf(part, { line: index + 1, column: text.length - rest.trimStart().length + 1 });
      const found = checkUrl(rest.trim(), rest !== text && !/^#include(?:-once)?(?:\s|$)/i.test(text));
      return found === null ? [] : [finding(found.code, location, { url: found.url })];
    });
}

interface UrlProblem {
  code: "include-comment" | "include-unreadable" | "include-local" | "include-insecure";
  /** What cloud-init reads from the line. */
  url: string;
}

/** @param glued whether it directly follows `#include`, as in `#includes all` */
function checkUrl(url: string, glued: boolean): UrlProblem | null {
  if (url === "" || /^https:\/\/[^\s#]+(#\S*)?$/i.test(url)) return null;
  if (url.startsWith("#") || /\s#/.test(url)) return { code: "include-comment", url };
  if (/^(\/|file:\/\/)/i.test(url)) return { code: "include-local", url };
  if (glued && !/^https?:/i.test(url)) return { code: "include-comment", url };
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (/\s/.test(url) || !/^https?:\/\/[^/]/i.test(full)) return { code: "include-unreadable", url };
  return /^https:/i.test(full) || staysInside(full) ? null : { code: "include-insecure", url: full };
}

/** A metadata service, or the machine itself: requests to them do not go through a network. */
function staysInside(url: string): boolean {
  return /^http:\/\/(?:169\.254\.\d+\.\d+|127\.\d+\.\d+\.\d+|localhost|\[::1\])(?:[:/]|$)/i.test(url);
}
