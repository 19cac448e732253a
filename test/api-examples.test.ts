/** The examples in the docstrings, as docs/api.md shows them, run. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import * as api from "../src/index.ts";
import { makeFolder } from "./support/make-folder.ts";

const [, ...SECTIONS] = readFileSync("docs/api.md", "utf8").split(/^### /m);

const EXAMPLES = SECTIONS.flatMap((section) => {
  const [, name, program = ""] = /^(\w+)$[^]*?^```js\n([^]*?)^```$/m.exec(section) ?? [];
  return name === undefined ? [] : { name, program };
});

test("every function and class has one", () => {
  expect(EXAMPLES.map(({ name }) => name).toSorted()).toEqual(Object.keys(api).toSorted());
});

test.each(EXAMPLES)("that of $name", ({ program }) => {
  const folder = makeFolder({
    "web.cfg": "#cloud-config\npackages: [nginx]\n",
    "install-k3s.sh": "#!/bin/sh\ncurl -sfL https://get.k3s.io | sh -\n",
    "broken.cfg": "#cloud-config\npackages: nginx\n",
  });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/kubeboot"));
  const args = ["--input-type=module", "-e", program];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
