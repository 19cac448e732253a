import { describe, expect, test } from "vitest";
import { PLATFORMS } from "../src/platforms.ts";

describe("the table of platforms", () => {
  test("has each name and alias once, in lower case", () => {
    const names = PLATFORMS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  test("says where every number is measured, or that it is not known for ibm", () => {
    const unknown = PLATFORMS.filter(({ limit, measuredOn }) => typeof limit === "number" && measuredOn === null);
    expect(unknown.map(({ name }) => name)).toEqual(["ibm"]);
  });
});
