/** Whether the parser refuses what dash and bash refuse, and accepts what they accept. */
import { beforeAll, describe, expect, test } from "vitest";
import { askShell } from "../../bench/ask-shell.js";
import { makeRandom, mutateScript } from "../../bench/mutate-script.js";
import { parseScript } from "../../src/shell/parse-script.ts";
import type { Dialect } from "../../src/shell/reader.ts";
import { command, describeWith } from "../support/requirements.ts";
import { SEEDED, seed } from "../support/seed.ts";
import { BASH_SCRIPTS, DASH_SCRIPTS, EXTGLOB_SCRIPT, ONLY_DASH_SCRIPTS } from "./scripts.ts";

const MUTATIONS = 12;

describe.each<[Dialect, readonly string[]]>([
  ["dash", [...DASH_SCRIPTS, ...ONLY_DASH_SCRIPTS]],
  ["bash", [...DASH_SCRIPTS, ...BASH_SCRIPTS]],
])("%s", (shell, scripts) => {
  test.each(scripts)("is expected to accept %j", (text) => {
    expect(parseScript(text, shell).problem).toBeNull();
  });

  describeWith([command(shell)], `its own verdict ${SEEDED}`, () => {
    let accepted: Verdict[] = [];
    let refused: Verdict[] = [];

    beforeAll(() => {
      const random = makeRandom(seed);
      const mutations = scripts.flatMap((text) =>
        Array.from({ length: MUTATIONS }, () => mutateScript(`\n${text}`, random)),
      );
      const verdicts = [...scripts, ...mutations].map((text) => {
        return { text, why: askShell(shell, text), problem: parseScript(text, shell).problem };
      });
      accepted = verdicts.filter(({ why }) => why === null);
      refused = verdicts.filter(({ why }) => why !== null);
    });

    test("what it accepts is accepted", () => {
      expect(accepted.length).toBeGreaterThan(200);
      expect(accepted.filter(({ problem }) => problem !== null)).toEqual([]);
    });

    test("of what it refuses, 97 % are refused", () => {
      const missed = refused.filter(({ problem }) => problem === null);
      expect(refused.length).toBeGreaterThan(100);
      expect(missed.slice(Math.floor(refused.length * 0.03))).toEqual([]);
    });
  });
});

interface Verdict {
  text: string;
  /** What the shell says; null if it accepts it. */
  why: string | null;
  /** What the parser says. */
  problem: unknown;
}

test("`extglob` counts from where it is switched on, which `bash -n` does not see", () => {
  expect(parseScript(EXTGLOB_SCRIPT, "bash").problem).toBeNull();
  expect(parseScript(EXTGLOB_SCRIPT.replace("shopt -s extglob\n", ""), "bash").problem).toMatchObject({ offset: 4 });
});
