import type { Source } from "../model.js";

/** Whether the source is a template that is filled in before it is bundled. */
export function isTemplateSource({ path, filename }: Source): boolean {
  return /.\.j2$/.test(filename) && !/^https?:/i.test(path);
}
