/** When the image of a container is pulled → v1's policy. */
import { text } from "../decoders.js";
import { decode, type Rule, type Shape } from "../rules.js";
import { lookUp } from "../../../text/look-up.js";

const PULL_POLICIES: Readonly<Record<string, string>> = {
  PullAlways: "Always",
  PullNever: "Never",
  PullIfNotPresent: "IfNotPresent",
};

/** v1beta1's names, which v1beta3 shortened. */
export const PULL_POLICY: Rule = (field, target) => {
  const policy = decode(field, text, target) as string | null;
  if (policy !== null) target.set(["imagePullPolicy"], lookUp(PULL_POLICIES, policy) ?? policy, field.path);
};

/** Writes the policy that old versions defaulted to, where v1 defaults to another one. */
export const keepPullPolicy: NonNullable<Shape["finish"]> = (fields, target) => {
  const image = target.get(["image"]);
  const isDecided = target.get(["imagePullPolicy"]) !== undefined;
  if (typeof image !== "string" || isDecided || !isPulledAlwaysToday(image)) return;
  // Old versions pulled an image without a tag only if it was missing (defaults.go, Container).
  if (image.split(":").at(-1) !== "latest") target.set(["imagePullPolicy"], "IfNotPresent", fields.get("image")!.path);
};

/** Without a policy v1 pulls, at every start, images with the tag latest, or without tag and digest. */
function isPulledAlwaysToday(image: string): boolean {
  const name = image.split("/").at(-1)!;
  return !name.includes("@") && (!name.includes(":") || name.endsWith(":latest"));
}
