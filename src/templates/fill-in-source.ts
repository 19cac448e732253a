import { KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import { createPositionFinder } from "../text/text-position.js";
import type { JsonObject } from "./instance-data.js";
import { bodyOf, renderTemplate } from "./render-template.js";
import { makeSampleData } from "./sample-data.js";
import { TemplateRefusal } from "./template-refusal.js";

/**
 * The text of a template, filled in with `data`, or with the sample of the platform.
 *
 * @throws {KubebootError} `invalid` for a text without the template header, and one that can't be filled in
 */
export function fillInSource(
  text: string,
  { path, platform, data }: { path: string; platform: string; data: JsonObject | null },
): string {
  if (!/^##\s*template:\s*jinja\s*(?:\n|$)/i.test(text)) {
    throw new KubebootError("invalid", `${path} is not a template: its first line is not \`## template: jinja\``);
  }
  try {
    return renderTemplate(text, data ?? makeSampleData(platform)).text;
  } catch (error) {
    if (!(error instanceof TemplateRefusal)) throw error;
    const { kind, message: reason, at } = error;
    if (kind === "unsupported") throw new KubebootError("invalid", `${path}: kubeboot can't fill in ${reason}`);
    const { line, column } = createPositionFinder(bodyOf(text))(at ?? 0);
    const code = kind === "syntax" ? "template-syntax" : "template-failed";
    throw new KubebootError("invalid", reason, [finding(code, { path, line: line + 1, column }, { reason })]);
  }
}
