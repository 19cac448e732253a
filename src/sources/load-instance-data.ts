import type { JsonObject } from "../templates/instance-data.js";
import { ADDITION, loadInput } from "./load-input.js";

/**
 * Reads a file with instance data; null without a path.
 *
 * @param pipes - whether the file may be a pipe
 * @throws {KubebootError} `unreadable` for a file that can't be read, or is not a JSON object
 */
export async function loadInstanceData(path: string | null, { pipes = true } = {}): Promise<JsonObject | null> {
  if (path === null) return null;
  const { parseInstanceData } = await import("../templates/instance-data.js");
  const { content } = await loadInput(path, { ...ADDITION, pipes, name: "instance data" });
  return parseInstanceData(new TextDecoder().decode(content), path);
}
