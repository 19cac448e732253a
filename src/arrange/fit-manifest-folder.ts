/** Part[] → Part[] whose manifests fit a folder on the instance that Kubernetes itself watches. */
import { extname } from "node:path";
import { isKubernetes } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import { getAt } from "../kube/get-at.js";
import { readObjects } from "../kube/read-objects.js";
import type { ArrangedParts, Finding, Part } from "../model.js";

/** Where the kubelet looks for static pods (Kubernetes documentation, "Create static Pods"). */
const STATIC_PODS = "/etc/kubernetes/manifests";

const GENERATE_NAME = ["metadata", "generateName"];

/**
 * Gives the manifests names that k3s accepts: it reads `.yaml`, `.yml` and `.json`, and creates an object named after
 * the text before the first dot (k3s, pkg/deploy/controller.go). A part that is not a pod is an error where only pods
 * are read, and so is an object without a name: what reads a folder applies its files again and again.
 *
 * @param folder the folder on the instance
 */
export function fitManifestFolder(parts: readonly Part[], folder: string): ArrangedParts {
  const findings: Finding[] = [];
  const fitted = parts.map((part) => {
    if (!isKubernetes(part.type)) return part;
    const { path, type } = part;
    // A source may be delivered in several parts.
    const isTold = findings.some((found) => path !== null && found.path === path);
    if (isStaticPodFolder(folder) && type !== "text/x-kube-pod" && !isTold) {
      findings.push(finding("static-pod-only", { path }, { type, folder }));
    }
    return { ...part, filename: fitFilename(part.filename) };
  });
  const unnamed = readObjects(parts)
    .filter(({ value }) => !getAt(value, ["metadata", "name"]) && getAt(value, GENERATE_NAME))
    .map(({ part, locate }) => finding("folder-object-unnamed", locationOf(part, locate(GENERATE_NAME)), { folder }));
  return { parts: fitted, findings: [...findings, ...unnamed] };
}

function isStaticPodFolder(folder: string): boolean {
  return folder.replace(/\/+/g, "/").replace(/\/$/, "") === STATIC_PODS;
}

function fitFilename(filename: string): string {
  const extension = extname(filename).toLowerCase();
  const known = [".yaml", ".yml", ".json"].includes(extension);
  const words = filename
    .slice(0, known ? -extension.length : undefined)
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${(words ?? ["manifest"]).join("-").slice(0, 60)}${known ? extension : ".yaml"}`;
}
