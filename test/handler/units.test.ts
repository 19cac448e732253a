/** The systemd units that the script writes, as systemd itself reads them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { renderPartHandler } from "../../src/arrange/part-handler.ts";
import { command, describeWith } from "../support/requirements.ts";

const WRITE_UNITS = `
import sys
module = {"__name__": "part_handler"}
exec(sys.stdin.read(), module)
for name, text in module["SYSTEMD"].items():
    open(sys.argv[1] + "/" + name, "w").write(text)
`;

describeWith([command("python3"), command("systemd-analyze", "systemd")], "the units", () => {
  test("are valid for systemd", () => {
    const folder = mkdtempSync(join(tmpdir(), "kubeboot-units-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const input = renderPartHandler({ mode: "watch", directory: null, timeout: 120, start: true });
    expect(spawnSync("python3", ["-c", WRITE_UNITS, folder], { input }).status).toBe(0);
    const units = ["kubeboot.path", "kubeboot.service"].map((name) => join(folder, name));
    const { status, stdout, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...units], {
      encoding: "utf8",
    });
    // Before systemd 254 the two settings that increase the pause are unknown, and have no effect.
    const said = `${stdout}${stderr}`.split("\n").filter((line) => line.includes(folder));
    expect(said.filter((line) => !/Unknown key( name)? '(RestartSteps|RestartMaxDelaySec)'/.test(line))).toEqual([]);
    expect(status).toBe(0);
  });
});
