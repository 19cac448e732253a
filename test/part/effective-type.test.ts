import { describe, expect, test } from "vitest";
import { effectiveType } from "../../src/part/effective-type.ts";
import { makePart } from "../support/make-part.ts";

describe("effectiveType", () => {
  test.each([
    ["a declared type stays", "text/cloud-config", "#!/bin/sh\n", "text/cloud-config"],
    ["a script stays", "text/x-shellscript", "#!/bin/sh\n", "text/x-shellscript"],
    ["a script without a marker stays", "text/x-shellscript", "echo hi\n", "text/x-shellscript"],
    ["plain text is sniffed", "text/plain", "#cloud-config\n", "text/cloud-config"],
    ["plain text without a marker stays", "text/plain", "hello\n", "text/plain"],
    ["a script is sniffed", "text/x-shellscript", "#cloud-boothook\n", "text/cloud-boothook"],
    ["cloud-init knows no manifests", "text/plain", "#kube-pod\n", "text/plain"],
    ["a template of cloud-config", "text/jinja2", "## template: jinja\n#cloud-config\n", "text/cloud-config"],
    ["a template of a script", "text/jinja2", "## template: jinja\r\n#!/bin/sh\r\n", "text/x-shellscript"],
    ["a template of nothing known", "text/jinja2", "## template: jinja\nhello\n", "text/jinja2"],
    ["a template declared plain", "text/plain", "## template: jinja\n#cloud-config\n", "text/cloud-config"],
  ])("%s", (_, type, content, expected) => {
    expect(effectiveType(makePart({ type, content }))).toBe(expected);
  });
});
