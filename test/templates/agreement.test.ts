/** Whether templates become what the machine's own `cloud-init devel render` makes of them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderTemplate } from "../../src/templates/render-template.ts";
import { TemplateRefusal } from "../../src/templates/values.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { BODIES } from "./templates.ts";

const DATA = readFileSync(new URL("instance-data.json", import.meta.url), "utf8");

describeWith([cloudInitPackage], "cloud-init devel render", () => {
  test("has the same texts, and refuses the same templates", () => {
    const templates = BODIES.map((body) => `## template: jinja\n${body}`);
    const theirs = runPython<string | null>(
      "render_templates.py",
      templates.map((text) => [text, DATA]),
      SYSTEM_PYTHON,
    );
    expect(templates.length).toBeGreaterThan(130);
    expect(templates.map((text) => [text, renderOrNull(text)])).toEqual(
      templates.map((text, index) => [text, theirs[index]]),
    );
  });
});

/** Null where the template is refused, or is nothing, which cloud-init refuses too. */
function renderOrNull(text: string): string | null {
  try {
    return renderTemplate(text, JSON.parse(DATA)).text || null;
  } catch (error) {
    if (error instanceof TemplateRefusal && error.kind !== "unsupported") return null;
    throw error;
  }
}
