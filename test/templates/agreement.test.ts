/**
 * Whether templates become what cloud-init makes of them: each row of cases/ has a template without its first line,
 * and the text of cloud-init 22.4.2 with Jinja 3.1.2, null where it refuses the template or writes nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderTemplate } from "../../src/templates/render-template.ts";
import { TemplateRefusal } from "../../src/templates/template-refusal.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const DATA = read("instance-data.json");
const FILES = readdirSync(new URL("cases", import.meta.url));
const readRows = (file: string): [string, string | null][] => JSON.parse(read(`cases/${file}`));

describe.each(FILES)("the templates of %s", (file) => {
  const rows = readRows(file);

  test("become the texts in their rows", () => {
    expect(rows.map(([body]) => [body, renderOrNull(body)])).toEqual(rows);
  });

  describeWith([cloudInitPackage], "in cloud-init", () => {
    test("become the same texts", () => {
      expect(askCloudInit(rows.map(([body]) => body))).toEqual(rows.map(([, expected]) => expected));
    });
  });
});

test("templates that kubeboot does not judge are refused as such", () => {
  const bodies: string[] = JSON.parse(read("unsupported.json"));
  const kinds = bodies.map((body) => [body, refuse(body)]);
  expect(kinds).toEqual(bodies.map((body) => [body, "unsupported"]));
});

// docs/templates.md names them.
describe("known differences", () => {
  const rows: [body: string, theirs: string | null, ours: string | null][] = JSON.parse(read("differences.json"));

  test("are what they were", () => {
    expect(rows.map(([body]) => renderOrNull(body))).toEqual(rows.map(([, , ours]) => ours));
  });

  describeWith([cloudInitPackage], "in cloud-init", () => {
    test("are what they were", () => {
      expect(askCloudInit(rows.map(([body]) => body))).toEqual(rows.map(([, theirs]) => theirs));
    });
  });
});

const withHeader = (body: string): string => `## template: jinja\n${body}`;

function askCloudInit(bodies: string[]): (string | null)[] {
  const inputs = bodies.map((body) => [withHeader(body), DATA]);
  return runPython<string | null>("render_templates.py", inputs, SYSTEM_PYTHON);
}

/** Null where the template is refused, or is nothing, which cloud-init refuses too. */
function renderOrNull(body: string): string | null {
  try {
    return renderTemplate(withHeader(body), JSON.parse(DATA)).text || null;
  } catch (error) {
    if (error instanceof TemplateRefusal && error.kind !== "unsupported") return null;
    throw error;
  }
}

function refuse(body: string): string {
  try {
    renderTemplate(withHeader(body), JSON.parse(DATA));
  } catch (error) {
    if (error instanceof TemplateRefusal) return error.kind;
    throw error;
  }
  return "rendered";
}
