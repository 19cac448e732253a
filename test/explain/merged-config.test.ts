/** The merged cloud-config, and where its values come from. */
import { describe, expect, test } from "vitest";
import { explainFiles } from "../support/explain-files.ts";

describe("the merged cloud-config", () => {
  const FILES = {
    "a.cfg": "#cloud-config\nhostname: x\nruncmd: [echo a]\nswap: {size: 0o17, filename: /swap}\n",
    "b.cfg": "#cloud-config\n# comment\nhostname: web1\nruncmd: [echo b]\n",
  };

  test("says who wins and who loses", async () => {
    const { steps, config } = await explainFiles(FILES);
    expect(config.text).toBe(
      "#cloud-config\nhostname: web1\nruncmd:\n  - echo b\nswap:\n  size: 0o17\n  filename: /swap\n",
    );
    expect(steps.find(({ name }) => name === "set_hostname")?.conflicts).toEqual([
      {
        key: "hostname",
        value: '"web1"',
        from: [{ path: "b.cfg", part: null, filename: "b.cfg", line: 3 }],
        replaced: [{ value: '"x"', from: { path: "a.cfg", part: null, filename: "a.cfg", line: 2 } }],
      },
    ]);
  });

  test("has the origin of every key", async () => {
    const { config } = await explainFiles(FILES, { mergeType: "list(append)+dict(recurse_list)+str()" });
    const listed = config.keys.map(({ path, line, from }) => {
      return `${path.join(".")}@${line}: ${from.map((each) => `${each.filename}:${each.line}`).join(", ")}`;
    });
    expect(listed).toEqual([
      "hostname@2: a.cfg:2",
      "runcmd@3: a.cfg:3, b.cfg:4",
      "runcmd.0@4: a.cfg:3",
      "runcmd.1@5: b.cfg:4",
      "swap@6: a.cfg:4",
    ]);
  });

  test("is uncertain with an include", async () => {
    const { config } = await explainFiles({ ...FILES, "more.txt": "#include\nhttps://example.com/a\n" });
    expect(config.uncertain).toBe("what `more.txt` includes is not known");
  });

  test("never shows a password", async () => {
    const explanation = await explainFiles({
      "a.cfg": "#cloud-config\npassword: letmein1\nchpasswd: {list: 'bob:letmein2'}\n",
      "b.cfg": "#cloud-config\npassword: letmein3\n",
    });
    expect(JSON.stringify(explanation.steps)).not.toContain("letmein");
  });
});
