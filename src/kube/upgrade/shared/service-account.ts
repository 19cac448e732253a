/** ServiceAccount → v1's. */
import { each, type Rule } from "../rules.js";
import { LOCAL_REFERENCE, REFERENCE } from "./reference.js";

export const SERVICE_ACCOUNT: Readonly<Record<string, Rule>> = {
  secrets: each(REFERENCE, "secrets"),
  imagePullSecrets: each(LOCAL_REFERENCE, "imagePullSecrets"),
};
