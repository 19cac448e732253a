import type { FindingArgs } from "../../findings/finding.js";
import type { FindingCode } from "../../findings/table.js";
import type { NodePath } from "../../yaml/locate-nodes.js";

/** Reports a finding about the node of the v1 object at a path. */
export type Complain = <Code extends FindingCode>(code: Code, at: NodePath, ...args: FindingArgs<Code>) => void;
