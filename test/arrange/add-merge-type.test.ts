import { describe, expect, test } from "vitest";
import { addMergeType } from "../../src/arrange/add-merge-type.ts";
import type { Part } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";

const config = () => makePart({ type: "text/cloud-config", content: "#cloud-config\n" });
const script = () => makePart({ type: "text/x-shellscript", content: "#!/bin/sh\n" });
const template = () => makePart({ type: "text/jinja2", content: "## template: jinja\n#cloud-config\n" });
const plain = () => makePart({ type: "text/plain", content: "#cloud-config\n" });

describe("addMergeType", () => {
  test.each([
    ["the second and later", [config, config, config], [false, true, true]],
    ["nothing but cloud-config", [script, config, script, config], [false, false, false, true]],
    ["templates of cloud-config", [config, template], [false, true]],
    ["what cloud-init takes for cloud-config", [plain, plain], [false, true]],
  ])("goes on %s", (_, makers, expected) => {
    const arranged = addMergeType(
      makers.map((make) => make()),
      "list(append)",
    );
    expect(arranged.parts.map(({ headers }) => headers["X-Merge-Type"] === "list(append)")).toEqual(expected);
    expect(arranged.findings).toEqual([]);
  });

  test.each<[(() => Part)[]]>([[[]], [[script]], [[config]], [[script, config, script]]])(
    "is not used, and says so",
    (makers) => {
      const parts = makers.map((make) => make());
      const arranged = addMergeType(parts, "list(append)");
      expect(arranged.parts).toEqual(parts);
      expect(arranged.findings).toMatchObject([{ code: "merge-type-unused", severity: "note" }]);
    },
  );
});
