import type { NodeState } from "../fleet/plan-fleet.js";
import type { FleetRecord, RecordedNode } from "../fleet/record.js";
import type { JsonSchema } from "../model.js";
import { FINDING, FINDINGS } from "./finding.js";
import { listOf, numberFrom, objectOf, orNull, refTo, textOf, wordOf } from "./shapes.js";

/** `fleet --json`, and without what only a run knows, fleet.json. */
export const FLEET_REPORT_SCHEMA: JsonSchema = {
  title: "kubeboot fleet --json",
  ...objectOf<keyof FleetRecord | "findings">("What a folder holds after a run.", {
    nodes: { type: "object", description: "The nodes by name.", additionalProperties: refTo("node") },
    gone: listOf(
      "The nodes that are no longer in the description, and whose files are still there.",
      textOf("A name."),
    ),
    findings: FINDINGS,
  }),
  $defs: {
    node: objectOf<keyof RecordedNode | "state">("A node.", {
      path: textOf("The user-data blob, from the folder of fleet.json."),
      bytes: numberFrom(0, "The size of the blob."),
      sha256: { type: "string", description: "The SHA-256 of the blob.", pattern: "^[0-9a-f]{64}$" },
      role: textOf("The name of the role."),
      values: { type: "object", description: "The variables of the templates, without the other nodes." },
      findings: listOf("Warnings and notes about the node.", refTo("finding")),
      state: orNull(
        wordOf<NodeState>("What became of the blob; null for a node that was not made.", {
          new: true,
          changed: true,
          same: true,
          gone: true,
          removed: true,
        }),
      ),
    }),
    finding: FINDING,
  },
};
