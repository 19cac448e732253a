import type { Statement } from "./nodes.js";
import type { TemplateRefusal } from "./template-refusal.js";

/** What only templates that are filled in before the boot have. */
export interface Surroundings {
  /**
   * The file that a template includes; null where there is none.
   *
   * @throws {TemplateRefusal} for a file that may not be included, or can't be read as a template
   */
  load: (name: string) => { file: string; body: readonly Statement[] } | null;
  /** What the template writes, and does not exist. */
  missing: TemplateRefusal[];
}
