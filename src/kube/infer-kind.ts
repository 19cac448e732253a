/** An object → its kind, even if an object of 2014 does not name it. */

/** The kinds that the tools of 2014 accepted without `kind` and `apiVersion`. */
export type BareKind = "Pod" | "Service" | "ReplicationController";

/** The kind that the object names, else the one that its fields imply; null if neither. */
export function kindOf(object: Record<string, unknown>): string | null {
  return typeof object["kind"] === "string" ? object["kind"] : inferKind(object);
}

/** The kind that the fields of a bare v1beta1 object imply, or null. */
export function inferKind(object: Record<string, unknown>): BareKind | null {
  const desired = object["desiredState"];
  if (typeof desired === "object" && desired !== null) {
    if (["podTemplate", "replicaSelector", "replicas"].some((key) => key in desired)) return "ReplicationController";
    if ("manifest" in desired) return "Pod";
  }
  const hasPort = ["port", "ports", "containerPort"].some((key) => object[key] !== undefined);
  return hasPort && object["selector"] !== undefined ? "Service" : null;
}
