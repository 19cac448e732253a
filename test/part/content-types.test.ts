import { describe, expect, test } from "vitest";
import { findMarker, isContentType, MARKERS } from "../../src/part/content-types.ts";

const typeOf = (text: string): string | null => findMarker(text)?.type ?? null;

describe("every marker of the table", () => {
  test.each(MARKERS)("$marker is $type", ({ marker, type }) => {
    expect(typeOf(`${marker}\nrest\n`)).toBe(type);
    expect(typeOf(marker)).toBe(type);
    expect(typeOf(`${marker}\r\nrest\r\n`)).toBe(type);
    expect(typeOf(`${marker} more on the line\n`)).toBe(type);
    expect(typeOf(marker.toUpperCase())).toBe(type);
    expect(typeOf(`\n\t ${marker}\n`)).toBe(type);
    expect(typeOf(`\ufeff${marker}\n`)).toBe(type);
    expect(typeOf(`not first\n${marker}\n`)).toBeNull();
  });
});

describe("findMarker", () => {
  test.each([
    ["#!/bin/sh\n", "text/x-shellscript"],
    ["#! /usr/bin/env python3\n", "text/x-shellscript"],
    ["#cloud-config", "text/cloud-config"],
    ["#cloud-config-archive\n- x\n", "text/cloud-config-archive"],
    ["#cloud-config-jsonp\n[]\n", "text/cloud-config-jsonp"],
    ["#Cloud-Config\n", "text/cloud-config"],
    ["#include http://example.org/a\n", "text/x-include-url"],
    ["#include\nhttp://example.org/a\n", "text/x-include-url"],
    ["#include-once\thttp://example.org/a\n", "text/x-include-once-url"],
    ["## Template: Jinja\n#cloud-config\n", "text/jinja2"],
    ["#kube-pod", "text/x-kube-pod"],
    ["#kube-pod\u00a0x", "text/x-kube-pod"],
    ["\u3000\x1c\x85#kube-pod\n", "text/x-kube-pod"],
    ["\r\n\r\n#kube-service\r\n", "text/x-kube-service"],
  ])("%j is %s", (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  test.each([
    "",
    "#",
    "# !/bin/sh",
    "#kube-pods\n",
    "#kube-pod-template\n",
    "#kube-po",
    "#kube\n",
    "#cloud-configuration\n",
    "#cloud-config_x\n",
    "#cloud_config\n",
    "cloud-config\n",
    "# cloud-config\n",
    "##cloud-config\n",
    "#includes\n",
    "#include-onced\n",
    "#include<stdio.h>\n",
    "## template:jinja\n",
    "## template: jinja2\n",
    "#part-handlers\n",
    "apiVersion: v1\n",
  ])("%j has no marker", (text) => {
    expect(typeOf(text)).toBeNull();
  });
});

describe("isContentType", () => {
  test.each(["text/x-shellscript", "application/node.eks.aws", "a/b", "x!#$%&'*+-.^_`{|}~0/9"])("%j", (type) => {
    expect(isContentType(type)).toBe(true);
  });

  test.each([
    "",
    "text",
    "text/",
    "/plain",
    "text/plain/x",
    "text/x y",
    "Text/plain",
    "text/é",
    "text/a;b=c",
    "text/a\n",
  ])("not %j", (type) => {
    expect(isContentType(type)).toBe(false);
  });
});
