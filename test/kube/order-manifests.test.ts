import { describe, expect, test } from "vitest";
import { orderManifests } from "../../src/kube/order-manifests.ts";
import { makePart } from "../support/make-part.ts";

const order = (types: readonly string[]): string[] =>
  orderManifests(types.map((type, index) => makePart({ type, filename: String(index) }))).parts.map(
    ({ filename }) => filename,
  );

describe("orderManifests", () => {
  test.each([
    ["services, controllers, pods", ["text/x-kube-pod", "text/x-kube-replica", "text/x-kube-service"], "2 1 0"],
    [
      "each kind as listed",
      ["text/x-kube-pod", "text/x-kube-service", "text/x-kube-pod", "text/x-kube-service"],
      "1 3 0 2",
    ],
    ["everything else in its place", ["text/x-kube-pod", "text/x-shellscript", "text/x-kube-service"], "2 1 0"],
    ["nothing to do", ["text/x-shellscript", "text/cloud-config"], "0 1"],
    ["nothing at all", [], ""],
  ])("%s", (_, types, expected) => {
    expect(order(types).join(" ")).toBe(expected);
  });
});
