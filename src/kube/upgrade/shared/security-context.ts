/** The security of a container, which old versions also had on the container itself → v1's security context. */
import { isDeepStrictEqual } from "node:util";
import type { NodePath } from "../../../yaml/locate-nodes.js";
import { flag, integer, text, texts } from "../decoders.js";
import type { Target } from "../draft.js";
import { decode, inside, move, type Rule, type Shape } from "../rules.js";

const CAPABILITIES: Shape = { rules: { add: move("add", texts), drop: move("drop", texts) } };

const SE_LINUX: Readonly<Record<string, Rule>> = {
  user: move("user", text),
  role: move("role", text),
  type: move("type", text),
  level: move("level", text),
};

const SECURITY_CONTEXT: Shape = {
  rules: {
    runAsUser: move("runAsUser", integer),
    privileged: move("privileged", flag),
    capabilities: inside(CAPABILITIES, "capabilities"),
    seLinuxOptions: inside({ rules: SE_LINUX }, "seLinuxOptions"),
  },
};

/** The security context may say true if the container, whose default is false, does not. */
const PRIVILEGED: Rule = (field, target, fields) => {
  const own = decode(field, flag, target);
  const inContext = target.get(["securityContext", "privileged"]);
  if (own === true && inContext === false) reportConflict("privileged", field.path, target);
  else if (inContext === undefined) move("securityContext.privileged", flag)(field, target, fields);
};

const CONTAINER_CAPABILITIES: Rule = (field, target, fields) => {
  const context = target.get(["securityContext", "capabilities"]);
  inside(CAPABILITIES, "securityContext.capabilities")(field, target, fields);
  if (context === undefined) return;
  const own = target.get(["securityContext", "capabilities"]);
  if (!isDeepStrictEqual(own, {}) && !isDeepStrictEqual(own, context)) {
    reportConflict("capabilities", field.path, target);
  }
  target.set(["securityContext", "capabilities"], context, fields.get("securityContext")!.path);
};

function reportConflict(key: string, path: NodePath, target: Target): void {
  target.report("upgrade-conflict", path, { version: target.version, key, by: `securityContext.${key}` });
}

/** The rows of a container (defaults.go, defaultSecurityContext, and conversion.go of v1beta1 and v1beta3). */
export const SECURITY: Readonly<Record<string, Rule>> = {
  securityContext: inside(SECURITY_CONTEXT, "securityContext"),
  privileged: PRIVILEGED,
  capabilities: CONTAINER_CAPABILITIES,
};
