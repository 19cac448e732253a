import { describe, expect, test } from "vitest";
import { judgeScript } from "../../src/shell/judge-script.ts";
import { findInterpreter } from "../../src/shell/find-interpreter.ts";
import { parseScript } from "../../src/shell/parse-script.ts";

describe("a syntax error", () => {
  test.each<[string, string, string | null, string | null, string | null]>([
    ["if true; then\n  echo\n", "if true", null, "if", "fi"],
    ["if true\nfi\n", "if", "fi", "if", "then"],
    ["if a; then\n  b\nelif c\n  d\nfi\n", "elif", "fi", "elif", "then"],
    ["while true\n  echo\ndone\n", "while", "done", "while", "do"],
    ["echo a &&\n\n", "&&", null, "&&", null],
    ["echo a ||\n", "||", null, "||", null],
    ["echo a |\n", "|", null, "|", null],
    ["if true; then\ndone\n", "done", "done", null, null],
    ["while true; do\n  if true; then echo; done\n", "done", "done", "if", "fi"],
    ["for x in a; do echo\n", "for", null, "for", "done"],
    ["case x in a) echo ;;\n", "case", null, "case", "esac"],
    ["case x in a echo ;; esac\n", "echo", "echo", "case", ")"],
    ["f() {\n  echo\n", "{", null, "{", "}"],
    ["echo 'it\n", "'it", null, "'", "'"],
    ['echo "$(echo "a)"\n', "$(", null, "$(", ")"],
    ["echo $(echo a\n", "$(", null, "$(", ")"],
    ["echo ${a\n", "${", null, "${", "}"],
    ["echo a | | b\n", "| b", "|", null, null],
    ["echo a;; echo b\n", ";;", ";;", null, null],
    ["echo >\n", "\n", "\n", null, null],
    ["echo )\n", ")", ")", null, null],
  ])("of %j begins at %j", (text, at, token, open, close) => {
    for (const dialect of ["dash", "bash"] as const) {
      const { problem } = parseScript(text, dialect);
      expect(problem).toEqual({ offset: text.indexOf(at), problem: { token, open, close } });
    }
  });

  test.each([
    ["a=(b)\n(\n", 6],
    ["[[ a b ]]\n", null],
    ["select x in a; do\n", 0],
  ])("of %j is one for sh if both dash and bash refuse it", (text, offset) => {
    expect(judgeScript(text, "sh").problem?.offset ?? null).toBe(offset);
  });

  test("is not looked for behind an end, or where nobody writes so", () => {
    for (const text of ["exit 0\n)\n", "exec sh x # why\n)\n", "echo; exit\n)\n", "(".repeat(1000)]) {
      expect(parseScript(text, "dash").problem).toBeNull();
    }
    for (const text of [
      "exit 0 || echo\n)\n",
      "exec >log\n)\n",
      "(exit)\n)\n",
      "if a; then\nexit\nfi\n)\n",
      "exit &\n)\n",
    ]) {
      expect(parseScript(text, "dash").problem).not.toBeNull();
    }
  });
});

test.each<[string, string[]]>([
  ["for i in {1..3}; do echo; done", ["{1..3}"]],
  ["for i in a {01..10..2} {a..c}\ndo echo; done", ["{1..3}"]],
  ["for i in '{1..3}' {1,2} {1..$n}x {..}; do echo; done", []],
  ["echo {1..3}", []],
  ["bash -c 'for i in {1..3}; do echo; done'", []],
])("%j has, for dash, the ranges %j", (text, expected) => {
  expect(judgeScript(`${text}\n`, "sh").lacking.map(({ label }) => label)).toEqual(expected);
  expect(judgeScript(`${text}\n`, "bash").lacking).toEqual([]);
});

test.each<[string, string[]]>([
  ["typeset a=1; builtin cd /; sleep 1 & disown", ["typeset", "builtin", "disown"]],
  ["sleep 1 & wait -n", ["wait -n"]],
  ["sleep 1 & wait $!; wait", []],
  ["printf '%s %q\\n' a b", ["printf %q"]],
  ["printf -- '%%q 100%s' a", []],
  ["echo -e 'a\\tb'; echo -ne a", ["echo -e", "echo -ne"]],
  ["echo -n a; echo a -e; echo '-e a'; /bin/echo -e a", []],
  ['if [ "$(echo -e)" = -e ]; then :; fi', []],
  ['echo $RANDOM "${EUID}"', ["$RANDOM", "$EUID"]],
  ["echo ${RANDOM:-1} '$EUID' $RANDOM_FILE \\$EUID", []],
  ["EUID=$(id -u); echo $EUID", []],
  ["tmp=/tmp/gt$$-$RANDOM", []],
  ["f() { command -v local >/dev/null && local a=1 || typeset a=1; }", []],
  ['if [ -z "$EUID" ]; then :; fi; echo $EUID', []],
])("%j has what dash does not know when it runs it: %j", (text, expected) => {
  expect(judgeScript(`${text}\n`, "sh").lacking.map(({ label }) => label)).toEqual(expected);
  expect(judgeScript(`${text}\n`, "bash").lacking).toEqual([]);
});

test.each([
  ["#!/bin/sh", "sh"],
  ["#! /bin/bash -e", "bash"],
  ["#!/usr/bin/env bash", "bash"],
  ["#!/usr/bin/env -S dash -e", "dash"],
  ["#!/bin/busybox sh", "sh"],
  ["#!/usr/local/bin/mksh", "ksh"],
  ["#!/usr/bin/env python3", null],
  ["#!/bin/bash.old", null],
  ["#!/usr/bin/zsh", null],
  ["echo", null],
])("the interpreter of %j is %j", (line, expected) => {
  expect(findInterpreter(`${line}\necho\n`)).toBe(expected);
});
