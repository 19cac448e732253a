import { join } from "node:path";
import { expect, test } from "vitest";
import { lintSources, renderSource } from "../../src/index.ts";
import { makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

const template = (body: string): string => `## template: jinja\n#cloud-config\n${body}\n`;

test.each([
  ["statements inside of statements", "a: ".concat("{% if x %}".repeat(20_000), "{% endif %}".repeat(20_000))],
  ["filters behind filters", `a: {{ v1.region${"|upper".repeat(50_000)} }}`],
  ["loops without end", "a: {% for i in range(1000000000) %}x{% endfor %}"],
])("too much of %s is not judged, and not filled in", async (_, body) => {
  const source = { name: "a.cfg", content: template(body) };
  expect((await lintSources([source])).findings).toEqual([]);
  await expect(renderSource(source)).rejects.toThrow("kubeboot can't fill in");
});

test.each<[string, string, object, string]>([
  ["a name", "hostname: {{ v1.local_hostname }}", { v1: { local_hostname: "web" } }, "hostname: web"],
  ["a name that is missing", "hostname: {{ v1.name }}", { v1: {} }, "hostname: CI_MISSING_JINJA_VAR/name"],
  ["a hyphen", "a: {{ ds.meta_data.local_hostname }}", { ds: { meta_data: { "local-hostname": "b" } } }, "a: b"],
  ["a default", 'a: {{ v1.region | default("here") }}', { v1: {} }, "a: here"],
])("the instance data fill in %s", async (_, body, instanceData, expected) => {
  const folder = makeFolder({ "data.json": JSON.stringify(instanceData), "a.cfg": template(body) });
  const args = ["render", join(folder, "a.cfg"), "--instance-data", join(folder, "data.json")];
  const { status, stdout, stderr } = await runCli(args);
  expect({ status, stdout: stdout.toString(), stderr }).toEqual({
    status: 0,
    stdout: `#cloud-config\n${expected}\n`,
    stderr: "",
  });
});
