/** The definition `finding`, which most schemas share. */
import { listFindingCodes } from "../findings/table.js";
import type { Finding, JsonSchema, Severity } from "../model.js";
import { listOf, numberFrom, objectOf, orNull, refTo, textOf, wordOf } from "./shapes.js";

/** A severity. */
export const SEVERITY = wordOf<Severity>(
  "error: it will not work at boot; warning: it may not do what its author expects; note: there is something to know.",
  { error: true, warning: true, note: true },
);

/** The definition `finding`. */
export const FINDING: JsonSchema = objectOf<keyof Finding>(
  "One result of reading, checking or writing.",
  {
    code: {
      type: "string",
      description: "What kind of problem it is. A code keeps its meaning; later versions may have more codes.",
      enum: listFindingCodes(),
    },
    severity: SEVERITY,
    path: orNull(textOf("The source, blob or file, as it was named on the command line.")),
    part: orNull(
      numberFrom(1, "The number of a part if `path` is a blob: line and column are then those of the part's text."),
    ),
    line: orNull(numberFrom(1, "The line.")),
    column: orNull(numberFrom(1, "The column, in UTF-16 code units.")),
    message: textOf("What is wrong, in one line."),
    hint: orNull(textOf("How to fix it, in one line.")),
    args: {
      type: ["object", "null"],
      description: "The values in `message` and `hint`; their names depend on `code`.",
    },
    nodes: listOf("The nodes of a fleet that it is about.", textOf("The name of a node.")),
  },
  ["nodes"],
);

/** A list of findings; the schema needs the definition `finding`. */
export const FINDINGS = listOf("What was found, in the order in which it is reported.", refTo("finding"));
