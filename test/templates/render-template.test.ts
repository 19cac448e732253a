import { join } from "node:path";
import { expect, test } from "vitest";
import { lintSources, renderSource } from "../../src/index.ts";
import { renderTemplate } from "../../src/templates/render-template.ts";
import { makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

const template = (body: string): string => `## template: jinja\n#cloud-config\n${body}\n`;

test.each([
  ["statements inside of statements", "a: ".concat("{% if x %}".repeat(20_000), "{% endif %}".repeat(20_000))],
  ["filters behind filters", `a: {{ v1.region${"|upper".repeat(50_000)} }}`],
  ["a range", "a: {% for i in range(1000000000) %}x{% endfor %}"],
  ["loops in loops", "a: {% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"],
  ["a loop over what it adds", "{% set l = [1] %}a: {% for i in l %}{% do l.append(i) %}{% endfor %}"],
  ["a text", "a: {{ 'a' * 1000000000 }}"],
  [
    "a text that doubles",
    "{% set n = namespace(t='ab') %}{% for i in range(99) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
  ],
  ["a list that doubles", "{% set l = [1] %}{% for i in range(99) %}{% do l.extend(l) %}{% endfor %}"],
  ["a number", "a: {{ 9 ** 99999 }}"],
  [
    "macros in macros",
    "{% macro m(n) %}{% for i in [1, 2] %}{{ m(n - 1) if n }}{% endfor %}{% endmacro %}a: {{ m(99) }}",
  ],
  ["a width", "a: {{ 'a'.ljust(1000000000) }}"],
])("too much of %s is not checked, and not filled in", async (_, body) => {
  const source = { name: "a.cfg", content: template(body) };
  expect((await lintSources([source])).findings.map(({ code }) => code)).toEqual(["template-unchecked"]);
  await expect(renderSource(source)).rejects.toThrow("kubeboot can't fill in");
});

test("a macro that calls itself without end fails as in Python", async () => {
  const source = { name: "a.cfg", content: template("{% macro m() %}{{ m() }}{% endmacro %}a: {{ m() }}") };
  const { findings } = await lintSources([source]);
  expect(findings).toMatchObject([{ code: "template-failed", line: 3 }]);
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

// Facts from cloud-init's data sources; see src/templates/samples.ts.
test.each<[string, string | undefined, string[]]>([
  ['{{ ds.meta_data.placement.region | default("x") }}', "openstack", ["template-failed"]],
  ['{{ ds.meta_data.placement.region | default("x") }}', "gce", ["template-failed"]],
  ['{{ ds.meta_data.placement.region | default("x") }}', "ec2", []],
  ['{{ ds.meta_data.placement.region | default("x") }}', "eks", []],
  ['{{ ds.meta_data.placement.region | default("x") }}', undefined, ["template-fails-elsewhere"]],
  ["{{ ds.meta_data.meta.role | upper }}", "openstack", ["template-name-platform"]],
  ["{{ ds.meta_data.cluster.name }}", "nocloud", ["template-name-platform"]],
  ["{{ ds.meta_data.cluster.name }}", "hetzner", ["template-failed"]],
  ["{{ ds.meta_data.imds.compute.tagsList.x }}", "azure", ["template-name-platform"]],
  ["{{ ds.meta_data['local-hostname'] }} {{ ds.meta_data.instance_id }}", undefined, []],
  ["{{ ds['meta-data'].local_ipv4 }} {{ ds.dynamic.instance_identity.document.accountId }}", "ec2", []],
  ["{{ sys_info.uname[2] }} {{ sys_info.dist | join(' ') }}", undefined, []],
  ["{{ merged_system_cfg._doc }} {{ merged_cfg.system_info.default_user.name }}", undefined, []],
  ["{{ merged_cfg.ssh_pwauth }}", undefined, ["template-name-platform"]],
  ["{{ v1['local-hostname'] }} {{ v1.cloud_id }} {{ availability_zone }}", undefined, []],
  ["{{ userdata }}", "ec2", ["template-name-platform"]],
  ["{{ v1.hostname }}", "ec2", ["template-name"]],
  ["{{ ds.freeformTags.domain }}", "oci", ["template-name-platform"]],
  ["{{ ds.freeformTags.domain }}", undefined, ["template-fails-elsewhere"]],
  ["{{ ds.freeformTags.domain }}", "ec2", ["template-failed"]],
  ["{{ v1.site.domain }}", "oci", ["template-failed"]],
])("%s on %s: %j", async (value, platform, codes) => {
  const source = { name: "a.cfg", content: template(`locale: "${value.replaceAll('"', "'")}"`) };
  const { findings } = await lintSources([source], platform === undefined ? {} : { platform });
  expect(findings.map(({ code }) => code).filter((code) => code.startsWith("template-"))).toEqual(codes);
});

test("v1.cloud_name is the name of the cloud, not of the data source", async () => {
  const source = { name: "a.cfg", content: template("locale: {{ cloud_name }} {{ platform }} {{ region }}") };
  expect(await renderSource(source, { platform: "ec2" })).toBe("#cloud-config\nlocale: aws ec2 zone-1\n");
  expect(await renderSource(source, { platform: "hetzner" })).toBe("#cloud-config\nlocale: hetzner hetzner None\n");
});

test.each([
  ["{{ 'a' | uper }}", "unknown filter `uper`; the nearest is `upper`"],
  ["{{ ['a'] | map('uper') | list }}", "unknown filter `uper`; the nearest is `upper`"],
  ["{{ 'a' | b64encode }}", "unknown filter `b64encode`; the nearest is `urlencode`"],
])("%s is refused: %s", (body, message) => {
  expect(() => renderTemplate(template(body), {})).toThrow(expect.objectContaining({ kind: "syntax", message }));
});
