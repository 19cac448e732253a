import { describe, expect, test } from "vitest";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

const SCHEMA = JSON.stringify({ properties: { syslog_fix_perms: { type: "string" } } });
const CONFIG = "#cloud-config\nsyslog_fix_perms: 17\n";

describe("lint --schema", () => {
  test("validates by the schema of a file", async () => {
    enterFolder(makeFolder({ "s.json": SCHEMA, "a.cfg": CONFIG }));
    const { status, stdout } = await runCli(["lint", "--schema", "s.json", "--json", "a.cfg"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      findings: [{ code: "schema-invalid", path: "a.cfg", line: 2, column: 1 }],
    });
  });

  test("lets a comment suppress its findings", async () => {
    enterFolder(
      makeFolder({
        "s.json": SCHEMA,
        "a.cfg": "#cloud-config\nsyslog_fix_perms: 17 # kubeboot: allow schema-invalid\n",
      }),
    );
    const { stdout } = await runCli(["lint", "--schema", "s.json", "--json", "a.cfg"]);
    expect(stdout.toString()).not.toContain("schema-invalid");
  });

  test("does not validate with off", async () => {
    enterFolder(makeFolder({ "a.cfg": "#cloud-config\nntp: 17\n" }));
    const { stdout } = await runCli(["lint", "--schema", "off", "a.cfg"]);
    expect(stdout.toString()).not.toContain("schema-");
  });

  test("reports what can't be read", async () => {
    enterFolder(makeFolder({ "a.cfg": CONFIG }));
    expect(await runCli(["lint", "--schema", "s.json", "a.cfg"])).toMatchObject({
      status: 2,
      stderr: "kubeboot: error: the schema s.json can't be read: no such file or directory\n",
    });
  });

  test("needs no schema without cloud-config", async () => {
    enterFolder(makeFolder({ "a.sh": "#!/bin/sh\n" }));
    expect(await runCli(["lint", "--schema", "s.json", "a.sh"])).toMatchObject({ status: 0, stderr: "" });
  });
});
