import { describe, expect, test } from "vitest";
import { findNearMarker } from "../../src/sources/find-near-marker.ts";

describe("knows the marker that a first line was meant to be", () => {
  test.each([
    ["# cloud-config", "#cloud-config"],
    ["#cloudconfig", "#cloud-config"],
    ["#cloud-confg", "#cloud-config"],
    ["#cluod-config", "#cloud-config"],
    ["#cloud-config:", "#cloud-config"],
    ["#cloud-configs", "#cloud-config"],
    ["#cloud_config", "#cloud-config"],
    ["##cloud-config", "#cloud-config"],
    ["#Cloud Config", "#cloud-config"],
    ["# cloud config", "#cloud-config"],
    ["cloud-config", "#cloud-config"],
    ['"#cloud-config"', "#cloud-config"],
    ["#cloud-config-archve", "#cloud-config-archive"],
    ["#cloud-boot-hook", "#cloud-boothook"],
    ["#kube-pods", "#kube-pod"],
    ["#kube_pod", "#kube-pod"],
    ["# kube-pod", "#kube-pod"],
    ["# cloudconfig", "#cloud-config"],
    ["#kube-manifests", "#kube-manifest"],
    ["#part_handler", "#part-handler"],
    ["#include_once", "#include-once"],
    ["#inclde", "#include"],
    ["## template:jinja", "## template: jinja"],
    ["##template: jinja", "## template: jinja"],
    ["# template: jinja", "## template: jinja"],
    ["## template: jinja2", "## template: jinja"],
    ["# !/bin/bash", "#!/bin/bash"],
    ["#/bin/bash", "#!/bin/bash"],
    ["!#/bin/sh", "#!/bin/sh"],
    ["!/bin/sh", "#!/bin/sh"],
    ["#\\!/bin/sh -e", "#!/bin/sh -e"],
    ["# !/usr/bin/env python3", "#!/usr/bin/env python3"],
  ])("%s", (line, marker) => {
    const found = { marker, exact: false, position: { line: 1, column: 1 } };
    expect(findNearMarker(`${line}\necho\n`)).toEqual({ ...found, written: line });
    expect(findNearMarker(`${line}\r\necho\r\n`)).toEqual({ ...found, written: line });
  });
});

describe("knows where a marker is that is not in the first line", () => {
  test.each([
    ["below a comment", "# web servers\n#cloud-config\n", "#cloud-config", 2, 1],
    ["below ---", "---\n#cloud-config\n", "#cloud-config", 2, 1],
    ["below blank lines and a comment", "\n# a\n\n  #kube-pod\n", "#kube-pod", 4, 3],
    ["below prose that is like one", "# cloud-config\n# for the web\n#cloud-config\n", "#cloud-config", 3, 1],
    ["a script's", "# (c) 2026\n#!/bin/bash -e\n", "#!/bin/bash -e", 2, 1],
  ])("%s", (_, text, marker, line, column) => {
    expect(findNearMarker(text)).toEqual({ written: marker, marker, exact: true, position: { line, column } });
  });

  test("and one that is near there", () => {
    expect(findNearMarker("---\n# cloud-config\nusers: []\n")).toMatchObject({ exact: false, position: { line: 2 } });
  });

  test("but a template has another marker below its own", () => {
    expect(findNearMarker("## template:jinja\n#cloud-config\n")).toMatchObject({ marker: "## template: jinja" });
  });
});

test.each([
  "",
  "# a comment",
  "# include",
  "# includes",
  "# partition",
  "# packages",
  "# kubernetes",
  "# cloud-config for the web servers",
  "# Template",
  "## template: basic",
  "include",
  "Cloud-config",
  "# a\u2028b",
  "# see /bin/bash",
  "/bin/bash",
  "#/etc/hosts",
  "# #! begins a script",
  `# !/bin/sh ${"x".repeat(256)}`,
  `#${":".repeat(100_000)}cloud-config`,
  "hello\n#cloud-config",
  "a: b\n#!/bin/sh",
])("takes %j for none", (text) => {
  expect(findNearMarker(`${text}\n`)).toBeNull();
});
