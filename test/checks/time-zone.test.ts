import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { timeZone } from "../../src/checks/cloud-config/time-zone.ts";
import { listTimeZones, TIME_ZONE_RELEASE } from "../../src/cloud-config/time-zones.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";

const TZDATA = "/usr/share/zoneinfo/tzdata.zi";

/** A later release may have names that the table lacks. */
const isKnownRelease =
  existsSync(TZDATA) && /^# version (\S+)/.exec(readFileSync(TZDATA, "utf8"))![1]! <= TIME_ZONE_RELEASE;

function check(name: string): (string | null)[] {
  const content = `#cloud-config\ntimezone: ${JSON.stringify(name)}\n`;
  return timeZone.run([makePart({ type: "text/cloud-config", content })], null).map(({ hint }) => hint);
}

describe("an unknown name suggests the one that was meant", () => {
  test.each([
    ["europe/berlin", "Europe/Berlin"],
    ["Europe/Berlinn", "Europe/Berlin"],
    ["Berlin", "Europe/Berlin"],
    ["Eur/Paris", "Europe/Paris"],
    ["America/New York", "America/New_York"],
    ["utc", "UTC"],
    ["UTC+2", "Etc/GMT-2"],
    ["GMT-05:00", "Etc/GMT+5"],
  ])("%s: %s", (name, meant) => {
    expect(check(name)).toEqual([`write \`${meant}\``]);
  });

  test.each(["CEST", "PST", "Middle-earth/Hobbiton"])("%s: none", (name) => {
    expect(check(name)).toEqual([expect.stringContaining("timedatectl")]);
  });
});

test.each([
  "UTC",
  "US/Eastern",
  "Etc/GMT-14",
  "America/Argentina/ComodRivadavia",
  "posix/Asia/Tokyo",
  "/etc/own",
  "${TZ}",
])("takes %s", (name) => {
  expect(check(name)).toEqual([]);
});

describeWith(
  [{ present: isKnownRelease, remedy: `install tzdata of ${TIME_ZONE_RELEASE} or earlier` }],
  "the tzdata of this machine",
  () => {
    test("has no name that the table lacks", () => {
      const lines = readFileSync(TZDATA, "utf8").split("\n");
      const names = lines.flatMap((line) => {
        const [kind, first, second] = line.split(" ");
        return kind === "Z" ? [first!] : kind === "L" ? [second!] : [];
      });
      expect(names.length).toBeGreaterThan(400);
      expect(names.filter((name) => !listTimeZones().has(name))).toEqual([]);
    });
  },
);
