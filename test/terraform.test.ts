/** The HCL of docs/terraform.md and docs/recipes.md, read by the real Terraform; its providers are not needed for that. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFleet, writeFleet } from "../src/index.ts";
import { findOnPath } from "./support/find-on-path.ts";
import { makeFolder } from "./support/make-folder.ts";

const DOCUMENTS = ["docs/terraform.md", "docs/recipes.md"].map((path) => readFileSync(path, "utf8"));

const BLOCKS = [...DOCUMENTS.join("").matchAll(/^```hcl\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);

test.each(BLOCKS.map((text, index) => [index, text]))("example %i for Terraform closes what it opens", (_, text) => {
  for (const [opening, closing] of ["{}", "[]", "()"]) {
    expect(text.split(opening!)).toHaveLength(text.split(closing!).length);
  }
});

/** Debian has no Terraform, and CI takes a skipped test for a failed one: without it there are no such tests. */
const describeWithTerraform = findOnPath("terraform") === null ? () => {} : describe;

describeWithTerraform("the examples for Terraform", () => {
  test.each(BLOCKS.map((text, index) => [index, text]))("are HCL in Terraform's own format (%i)", (_, text) => {
    expect(run(makeFolder(), ["fmt", "-"], text)).toBe(text);
  });

  test("read the blobs of a fleet", async () => {
    const locals = BLOCKS.find((text) => text.startsWith("locals {\n"))!.split("\n\n")[0]!;
    const program = `${locals}\n
resource "terraform_data" "node" {
  for_each = local.nodes
  input    = [each.key, each.value.role, sha256(local.user_data[each.key]) == each.value.sha256]
}\n
output "nodes" {
  value = [for node in terraform_data.node : node.output]
}\n`;
    const folder = makeFolder({ "main.tf": program });
    writeFleet(await createFleet("examples/atomic-cluster/fleet.yaml"), { directory: join(folder, "out") });
    run(folder, ["init"]);
    run(folder, ["apply", "-auto-approve"]);
    expect(JSON.parse(run(folder, ["output", "-json", "nodes"]))).toEqual([
      ["atomic01", "node", true],
      ["atomic02", "node", true],
      ["atomic03", "node", true],
      ["kubernetes", "master", true],
    ]);
  });
});

function run(folder: string, args: string[], input = ""): string {
  const env = { PATH: process.env["PATH"], HOME: folder, CHECKPOINT_DISABLE: "1" };
  return execFileSync("terraform", args, {
    cwd: folder,
    env,
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  });
}
