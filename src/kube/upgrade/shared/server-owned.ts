/** Fields that only the API server writes. */
import { gone, type Rule } from "../rules.js";

export const SERVER_OWNED = "the API server sets it";

/** A new object has no earlier state that `kubectl apply` could compare. */
export const RESOURCE_VERSION = "`kubectl apply` would reject the object";

/** The observed state. */
export const STATUS: Rule = gone("the API server sets the status");
