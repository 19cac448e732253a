/** The definitions of steps, for the schema of `explain`. */
import type { Conflict, Frequency, Origin, StageName, Step, StepKind } from "../explain/explanation.js";
import { FINDINGS } from "./finding.js";
import { listOf, numberFrom, objectOf, orNull, refTo, textOf, wordOf } from "./shapes.js";

const VALUE = orNull(textOf("The value in one line; null for one that is long, or may be a secret."));

/** The definition `origin`. */
export const ORIGIN = objectOf<keyof Origin>("A place in a source, or in a part of a blob.", {
  path: orNull(textOf("The source or blob, as it was named; null for what kubeboot adds.")),
  part: orNull(numberFrom(1, "The number of the part if `path` is a blob.")),
  filename: textOf("The name of the part."),
  line: orNull(numberFrom(1, "The line; null for the whole part.")),
});

/** The definition `conflict`. */
export const CONFLICT = objectOf<keyof Conflict>("A value that several parts set.", {
  key: textOf("The path of the value in the merged cloud-config, such as `power_state.mode`."),
  value: VALUE,
  from: listOf("Where the value comes from; several places if they were joined.", refTo("origin")),
  replaced: listOf("The values that are lost.", objectOf("A lost value.", { value: VALUE, from: refTo("origin") })),
});

/** The definition `step`. */
export const STEP = objectOf<keyof Step>("One thing that happens.", {
  number: numberFrom(1, "Its place in the order in which the steps happen."),
  stage: wordOf<StageName>("The stage of cloud-init, or `after` for what happens when cloud-init has ended.", {
    network: true,
    config: true,
    final: true,
    after: true,
  }),
  kind: wordOf<StepKind>("What kind of step it is.", {
    include: true,
    handler: true,
    boothook: true,
    script: true,
    handle: true,
    merge: true,
    module: true,
    submit: true,
  }),
  name: textOf("The name of the module, of the script's file, or of the part."),
  text: textOf("What happens, in a line."),
  details: listOf("The same in detail.", textOf("A command, file, user, package or object.")),
  frequency: wordOf<Frequency>(
    "At every boot, at the first boot of an instance, or once for all instances of a disk.",
    {
      always: true,
      instance: true,
      once: true,
    },
  ),
  from: listOf("What it comes from.", refTo("origin")),
  waitsFor: listOf("The steps that it waits for.", numberFrom(1, "The number of a step.")),
  conflicts: listOf("The values that several parts set.", refTo("conflict")),
  findings: FINDINGS,
});
