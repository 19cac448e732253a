import { describe, expect, test } from "vitest";
import { SplitLimitError, splitMessage, type SplitLimits } from "../../src/mime/split-message.ts";

const LIMITS: SplitLimits = { depth: 3, entities: 4, headerBytes: 1000 };

/** The type and the body of each entity. */
function split(message: string, limits: Partial<SplitLimits> = {}): string[][] {
  const bytes = Buffer.from(message);
  const { entities } = splitMessage(bytes, 0, { ...LIMITS, ...limits });
  return entities.map(({ type, body, end }) => [type, bytes.toString("utf8", body, end)]);
}

const multipart = (body: string, boundary = "b"): string =>
  `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${body}`;

describe("a message", () => {
  test.each<[string, string, string[][]]>([
    ["without headers", "x\ny\n", [["text/plain", "x\ny\n"]]],
    ["with an odd type", "Content-Type: odd\n\nx", [["text/plain", "x"]]],
    [
      "in LF",
      multipart("--b\n\nx\n\n--b\nContent-Type: A/B; c\n\ny\n--b--\n"),
      [
        ["text/plain", "x\n"],
        ["a/b", "y"],
      ],
    ],
    ["in CRLF", multipart("--b\n\nx\n\n--b--\n").replaceAll("\n", "\r\n"), [["text/plain", "x\r\n"]]],
    ["in CR", multipart("--b\n\nx\n\n--b--\n").replaceAll("\n", "\r"), [["text/plain", "x\r"]]],
    ["with words around", multipart("hello\n--bb\n--b\n\nx\n--b--\nbye\n--b\n\ny\n"), [["text/plain", "x"]]],
    ["with blanks behind boundaries", multipart("--b \t\n\nx\n--b-- \n"), [["text/plain", "x"]]],
    ["without a last boundary", multipart("--b\n\nx\n"), [["text/plain", "x"]]],
    ["cut inside a header", multipart("--b\nContent-Ty"), [["text/plain", "Content-Ty"]]],
    ["with an empty part", multipart("--b\n\n--b--\n"), [["text/plain", ""]]],
    ["with boundaries in a row", multipart("--b\n--b\n\nx\n--b--\n"), [["text/plain", "x"]]],
    ["without the blank line", multipart("--b\nX: y\nbody here\n--b--\n"), [["text/plain", "body here"]]],
    [
      "with a quoted boundary of odd characters",
      multipart("--a (b)=?\n\nx\n--a (b)=?--\n", "a (b)=? "),
      [["text/plain", "x"]],
    ],
    ["whose boundary stands nowhere", multipart("--c\n\nx\n"), []],
    ["that names no boundary", "Content-Type: multipart/mixed\n\n--b\n\nx\n--b--\n", []],
    ["whose last boundary comes first", multipart("--b--\n--b\n\nx\n"), []],
    [
      "with a multipart inside",
      multipart(`--b\n${multipart("--c\n\nx\n--c--\nbye\n", "c")}--b\n\ny\n--b--\n`),
      [
        ["text/plain", "x"],
        ["text/plain", "y"],
      ],
    ],
    [
      "whose inner multipart is cut off",
      multipart(`--b\n${multipart("--c\n\nx\n", "c")}--b\n\ny\n--b--\n`),
      [
        ["text/plain", "x"],
        ["text/plain", "y"],
      ],
    ],
    [
      "with a message inside",
      multipart("--b\nContent-Type: message/rfc822\n\nContent-Type: a/b\n\nx\n--b--\n"),
      [
        ["message/rfc822", ""],
        ["a/b", "x"],
      ],
    ],
    [
      "that is a digest",
      multipart("--b\n\nX: y\n\nx\n--b--\n").replace("mixed", "digest"),
      [
        ["message/rfc822", ""],
        ["text/plain", "x"],
      ],
    ],
  ])("%s", (_, message, entities) => {
    expect(split(message)).toEqual(entities);
  });

  test("has the offsets of its headers and bodies", () => {
    const message = multipart("--b\nX: y\n\nbody\n--b--\n");
    const { entities } = splitMessage(Buffer.from(message), 0, LIMITS);
    const { headers, body, end, fields } = entities[0]!;
    expect([message.slice(headers, body), message.slice(body, end)]).toEqual(["X: y\n\n", "body"]);
    expect(fields).toEqual([{ name: "X", value: "y" }]);
  });
});

test.each<[boolean, string]>([
  [false, multipart("--b\n\nx\n--b--\n")],
  [false, multipart("--b\n\nx\n--b--")],
  [true, multipart("--b\n\nx\n")],
  [true, multipart("--b\n\nx\n--b\n")],
  [true, multipart("x\n")],
  [false, "x"],
])("unfinished is %s", (unfinished, message) => {
  expect(splitMessage(Buffer.from(message), 0, LIMITS).unfinished).toBe(unfinished);
});

test.each<[keyof SplitLimits, string]>([
  ["entities", multipart("--b\n\nx\n".repeat(5))],
  [
    "depth",
    multipart(["c", "d", "e", "f"].map((name, index) => `--${"bcde"[index]}\n${multipart("", name)}`).join("")),
  ],
  ["headerBytes", multipart(`--b\nX: ${"y".repeat(500)}\n\nx\n`.repeat(2))],
])("the limit of %s is enforced", (limit, message) => {
  expect(() => split(message)).toThrow(new SplitLimitError(limit));
  expect(split(message, { [limit]: 2000 })).toBeDefined();
});
