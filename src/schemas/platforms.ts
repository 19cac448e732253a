import type { JsonSchema } from "../model.js";
import type { Confidence, MeasuredOn, Platform } from "../platforms/platforms.js";
import { flagOf, listOf, objectOf, orNull, refTo, textOf, wordOf } from "./shapes.js";

const PLATFORM = objectOf<keyof Platform>("A place where user-data is used, and what it accepts.", {
  name: textOf("The name for `--platform`."),
  aliases: listOf("Other names for `--platform`.", textOf("A name.")),
  limit: {
    description: "The most bytes that user-data may have; `none` without a limit, null if it is not known.",
    anyOf: [{ type: "integer", minimum: 0 }, { const: "none" }, { type: "null" }],
  },
  measuredOn: orNull(
    wordOf<MeasuredOn>("What the limit counts: the blob, its base64, or what is sent; null if it is not known.", {
      raw: true,
      base64: true,
      sent: true,
    }),
  ),
  encoding: orNull(
    wordOf<NonNullable<Platform["encoding"]>>(
      "What is passed to the platform's client, or to its API; null if it is not known.",
      { plain: true, base64: true },
    ),
  ),
  base64Mark: orNull(
    objectOf("The setting without which cloud-init does not decode base64 user-data; null if there is none.", {
      plain: textOf("For base64 of the plain blob."),
      gzip: textOf("For base64 of the compressed blob."),
    }),
  ),
  gzip: orNull(
    wordOf<NonNullable<Platform["gzip"]>>(
      "Whether a compressed blob reaches cloud-init, or only in base64; null if it is not known.",
      { yes: true, base64: true, no: true },
    ),
  ),
  gzipProblem: orNull(textOf("Why it does not; null if it does.")),
  textClient: orNull(textOf("Its command-line client, if that reads only text; null if it reads what it gets.")),
  strictMime: flagOf("Whether a reader besides cloud-init rejects MIME that is not well-formed."),
  source: textOf("Where the facts come from."),
  confidence: wordOf<Confidence>("How reliable the limit is.", { high: true, medium: true, low: true }),
});

/** `platforms --json` */
export const PLATFORMS_SCHEMA: JsonSchema = {
  title: "kubeboot platforms --json",
  ...objectOf("The table of platforms.", { platforms: listOf("Every platform.", refTo("platform")) }),
  $defs: { platform: PLATFORM },
};
