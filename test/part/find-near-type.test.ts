import { expect, test } from "vitest";
import { findNearType } from "../../src/part/find-near-type.ts";

test.each([
  ["text/x-shellscrip", "text/x-shellscript"],
  ["text/shellscript", "text/x-shellscript"],
  ["application/x-shellscript", "text/x-shellscript"],
  ["text/x-shellscript-perboot", "text/x-shellscript-per-boot"],
  ["text/x-shellscript_per_once", "text/x-shellscript-per-once"],
  ["text/cloud-confg", "text/cloud-config"],
  ["text/x-cloud-config", "text/cloud-config"],
  ["text/#cloud-config", "text/cloud-config"],
  ["cloud config", "text/cloud-config"],
  ["text/cloud-config; charset=utf-8", "text/cloud-config"],
  ["text/x-kube-pods", "text/x-kube-pod"],
  ["text/kube-manifest", "text/x-kube-manifest"],
  ["text/x-part-handler", "text/part-handler"],
  ["text/jinja", "text/jinja2"],
  ["shell", "text/x-shellscript"],
  ["text/script", "text/x-shellscript"],
  ["text/per-boot", "text/x-shellscript-per-boot"],
  ["text/manifest", "text/x-kube-manifest"],
  ["text/x-pod", "text/x-kube-pod"],
])("%s was meant to be %s", (type, nearest) => {
  expect(findNearType(type)).toBe(nearest);
});

test.each(["text/x-kube-pod", "text/x-own", "text/plain", "text/yaml", "application/octet-stream", "text/", "", ";"])(
  "%j is near no other",
  (type) => {
    expect(findNearType(type)).toBeNull();
  },
);
