/** An object → the path of its pod. */
import type { NodePath } from "../../yaml/locate-nodes.js";
import { textOf } from "../../text/text-of.js";

const TEMPLATE = ["spec", "template"];

/** By apiVersion and kind, because a custom object may have a kind with the same name. */
const PATHS: Readonly<Record<string, NodePath>> = {
  "v1 Pod": [],
  "v1 PodTemplate": ["template"],
  "v1 ReplicationController": TEMPLATE,
  "apps/v1 ReplicaSet": TEMPLATE,
  "apps/v1 Deployment": TEMPLATE,
  "apps/v1 StatefulSet": TEMPLATE,
  "apps/v1 DaemonSet": TEMPLATE,
  "batch/v1 Job": TEMPLATE,
  "batch/v1 CronJob": ["spec", "jobTemplate", ...TEMPLATE],
};

/** The path of the pod, or of the template of the pods; null if the object has none. */
export function findPod({ apiVersion, kind }: Record<string, unknown>): NodePath | null {
  const name = `${textOf(apiVersion)} ${textOf(kind)}`;
  return Object.hasOwn(PATHS, name) ? PATHS[name]! : null;
}
