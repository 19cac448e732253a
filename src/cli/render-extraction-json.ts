/** A blob that was written as files → one JSON object. */
import type { ExtractedBundle } from "../model.js";
import { describeBlob, describeReadPart } from "./render-inspection-json.js";
import { renderJson } from "./render.js";

/** The report of `extract --json`, with a final newline; an omitted part has no path. */
export function renderExtractionJson(bundle: ExtractedBundle): string {
  const { files, findings } = bundle;
  const byPart = new Map(files.map((file) => [file.part, file]));
  const parts = bundle.parts.map((part, index) => {
    const { path = null, source = null } = byPart.get(part) ?? {};
    return Object.assign(describeReadPart(part, index), { path, source });
  });
  return renderJson({ ...describeBlob(bundle), parts, findings });
}
