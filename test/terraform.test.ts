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

/** Skipped in CI too, because Debian has no Terraform. */
describe.skipIf(findOnPath("terraform") === null)("the examples for Terraform (to run them, install it)", () => {
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
