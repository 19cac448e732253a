import { expect, test } from "vitest";
import { userSudo } from "../../src/checks/cloud-config/user-sudo.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";

describeWith([cloudInitPackage], "cloud-init's own create_user", () => {
  test("fails at the booleans that lint reports", () => {
    const values = [true, false, null, "ALL=(ALL) ALL", ["ALL=(ALL) ALL"]];
    const raised = runPython<string | null>("write_sudo_rules.py", values, SYSTEM_PYTHON);
    expect(raised).toEqual(["TypeError", null, null, null, null]);
    const found = values.map((sudo) => {
      const content = `#cloud-config\n${JSON.stringify({ users: [{ name: "kbt", sudo }] })}\n`;
      return userSudo.run([makePart({ type: "text/cloud-config", content })], null).length > 0;
    });
    expect(found).toEqual(raised.map((name) => name !== null));
  });
});
