import type { JsonObject } from "../templates/instance-data.js";
import { ADDITION, loadInput } from "./load-input.js";

/**
 * Reads a file with instance data; null without a path.
 *
 * @throws {KubebootError} `unreadable` for a file that can't be read, or is not a JSON object
 */
export async function loadInstanceData(path: string | null): Promise<JsonObject | null> {
  if (path === null) return null;
  const { parseInstanceData } = await import("../templates/instance-data.js");
  const { content } = await loadInput(path, { ...ADDITION, pipes: true, name: "instance data" });
  return parseInstanceData(new TextDecoder().decode(content), path);
}
