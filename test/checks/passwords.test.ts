/** The errors about passwords are the cases that cloud-init's own module handles wrongly. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { canBeHash } from "../../src/cloud-config/password-hash.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, python, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

type Given = [user: string, password: string, hashed: boolean][] | null;

/** Hashes of "letmein", by crypt(3). */
const HASHES = [
  "$1$saltsalt$9YpeQUQjvbQMJUxdLVPE./",
  "$5$saltsalt$Jc6xxaSNoJDUWOTXSOCIoxPjHGNfSJQBVSNMiWFtZjA",
  "$6$saltsalt$CFBY4zsbx8Sp3L3pVX3FnDDnDYKJW0FC3cGGo5vTXAbAZlmYnVHxqnmg2AmZ0TzIFbxtTRBkJZSvzA4iCjnbl1",
  "$2b$05$abcdefghijklmnopqrstuuPE3FbLTcTMtFBbuqqTWVBMCE5QlbM1W",
  "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7",
];

async function codesOf(config: object): Promise<string[]> {
  const part = makePart({ type: "text/cloud-config", content: `#cloud-config\n${JSON.stringify(config)}\n` });
  const findings = await runChecks({ input: [part], arranged: [part] });
  return findings.map(({ code }) => code).filter((code) => code.startsWith("password-"));
}

describeWith([cloudInitPackage], `cloud-init's own set_passwords ${SEEDED}`, () => {
  const password = fc.constantFrom(...HASHES, "letmein", "R", "a:b", "$5,000", "");
  const line = fc.oneof(
    password.map((each) => `kbt:${each}`),
    fc.constantFrom("kbt", ""),
  );
  const user = fc.record({ name: fc.constant("kbt"), password, type: fc.constantFrom("text", "hash") });
  const config = fc.oneof(
    fc.record({ chpasswd: fc.record({ list: fc.array(line, { minLength: 1, maxLength: 3 }) }) }),
    fc.record({
      chpasswd: fc.record({ list: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")) }),
    }),
    fc.record({ chpasswd: fc.record({ users: fc.array(user, { minLength: 1, maxLength: 3 }) }) }),
    fc.record({ chpasswd: fc.record({ users: fc.array(fc.record({ name: fc.constant("kbt"), password })) }) }),
    fc.record({ password, users: fc.constant(["default"]) }),
  );

  test("fails exactly where lint finds an error", async () => {
    const configs = sample(config, 1000);
    const answers = runPython<Given>("set_passwords.py", configs, SYSTEM_PYTHON);
    for (const [index, each] of configs.entries()) {
      const codes = await codesOf(each);
      const given = answers[index]!;
      const expected = {
        "password-line": given === null,
        "password-text": given?.some(([, text, hashed]) => HASHES.includes(text) && !hashed) ?? false,
        "password-hash": given?.some(([, text, hashed]) => !HASHES.includes(text) && text !== "" && hashed) ?? false,
      };
      const found = Object.fromEntries(Object.keys(expected).map((code) => [code, codes.includes(code)]));
      // If it fails, no password is set, whatever other errors there are.
      if (given === null) expect({ each, failed: found["password-line"] }).toEqual({ each, failed: true });
      else expect({ each, found }).toEqual({ each, found: expected });
    }
  });
});

describeWith([python], `crypt(3) ${SEEDED}`, () => {
  test("never matches what can't be a hash", () => {
    const texts = sample(fc.string({ maxLength: 16 }), 500).filter((text) => !text.includes("\0") && !canBeHash(text));
    expect(texts.length).toBeGreaterThan(300);
    const opened = runPython<boolean>(
      "verify_hashes.py",
      texts.map((text) => [text, text]),
    );
    expect(texts.filter((_, index) => opened[index])).toEqual([]);
  });
});

describe("what can be a hash", () => {
  test.each([...HASHES, "!", "*", "!!", "", "!$6$salt$hash", "rqXexS6ZhobKA", "$sha1$1$salt$hash"])("%s", (text) => {
    expect(canBeHash(text)).toBe(true);
  });

  test.each(["letmein", "$", "$6", "/letmein", "6$salt$hash", "$$", "password with blanks"])("not %s", (text) => {
    expect(canBeHash(text)).toBe(false);
  });
});
