import type { Argument, Command, Option } from "commander";
import { MARKERS } from "../../part/content-types.js";
import { SORTED_FOLDERS } from "../../part/script-folders.js";
import { PLATFORMS } from "../../platforms/platforms.js";
import { IMAGES } from "../../releases/images.js";
import { VERSIONS } from "../../releases/releases.js";
import { SCHEMAS } from "../../schemas/schemas.js";

/** What can stand in the place of a value. */
export interface Values {
  words: readonly string[];
  /** The paths that can; null: none. */
  paths: "files" | "folders" | null;
}

/** The known content types. */
const TYPES: readonly string[] = [...new Set([...MARKERS.map(({ type }) => type), ...SORTED_FOLDERS])];

/** What can stand behind the colon of a source: they, and their short forms. */
export const SOURCE_TYPES: readonly string[] = [...TYPES, ...TYPES.map((type) => type.replace(/^text\//, ""))];

const NONE: Values = { words: [], paths: null };
const FILES: Values = { words: [], paths: "files" };
const FOLDERS: Values = { words: [], paths: "folders" };

/** Those that their placeholder does not tell. */
const OPTIONS: Readonly<Record<string, Values>> = {
  "--default-type": wordsOf(TYPES),
  "--platform": wordsOf(PLATFORMS.map(({ name }) => name)),
  "--release": wordsOf([...IMAGES.map(({ name }) => name), ...VERSIONS]),
  "--schema": { words: ["auto", "off"], paths: "files" },
  // A folder on the instance.
  "--manifest-dir": NONE,
};

const PLACEHOLDERS: Readonly<Record<string, Values>> = { FILE: FILES, OTHER: FILES, DIR: FOLDERS };

const ARGUMENTS: Readonly<Record<string, Values>> = {
  SOURCE: FILES,
  BLOB: FILES,
  MANIFEST: FILES,
  "FLEET.yaml": FILES,
  NAME: wordsOf(Object.keys(SCHEMAS)),
};

/** The values of an option: its choices, or what its name or the placeholder of its value tells. */
export function valuesOfOption({ long = "", flags, argChoices = [] }: Option): Values {
  const placeholder = /<(.*)>/.exec(flags)?.[1] ?? "";
  return argChoices.length > 0 ? wordsOf(argChoices) : (OPTIONS[long] ?? PLACEHOLDERS[placeholder] ?? NONE);
}

/** The values of an argument, in the same way; a COMMAND is one of the program. */
export function valuesOfArgument(argument: Argument, { parent }: Command): Values {
  if (argument.name() === "COMMAND") return wordsOf(parent?.commands.map((command) => command.name()) ?? []);
  const choices = argument.argChoices ?? [];
  return choices.length > 0 ? wordsOf(choices) : (ARGUMENTS[argument.name()] ?? NONE);
}

function wordsOf(words: readonly string[]): Values {
  return { words, paths: null };
}
