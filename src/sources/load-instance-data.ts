import type { JsonObject } from "../templates/instance-data.js";
import { loadBlob } from "./load-blob.js";

const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Reads a file with instance data; null without a path.
 *
 * @throws {KubebootError} `unreadable` for a file that can't be read, or is not a JSON object
 */
export async function loadInstanceData(path: string | null): Promise<JsonObject | null> {
  if (path === null) return null;
  const { parseInstanceData } = await import("../templates/instance-data.js");
  const { content } = await loadBlob(path, { stdin: null, maxBytes: MOST_BYTES });
  return parseInstanceData(new TextDecoder().decode(content), path);
}
