import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Json, Pair } from "./pair.ts";

const TEXT = readFileSync(new URL("v1beta3.txt", import.meta.url), "utf8");
const ROW = /^# (.*?)(?: -> (.*))?\n(.*)\n(.*)$/gm;

/** v1beta3 objects, and their v1 objects. */
export const V1BETA3_PAIRS: Pair[] = [...TEXT.matchAll(ROW)].map(([, name = "", codes = "", old = "", now = ""]) => ({
  name: `v1beta3: ${name}`,
  old: load(old) as Json,
  new: load(now) as Json | null,
  codes: codes === "" ? [] : codes.split(" "),
}));
