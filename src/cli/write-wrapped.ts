import { write } from "./io.js";
import type { Output } from "./output.js";
import type { OutputStyle } from "./output-style.js";

/**
 * Writes help or a message, wrapped at words if a line is wider than the output.
 *
 * @throws {KubebootError} `unreadable` when the stream can't be written
 */
export async function writeWrapped(stream: Output, text: string, { width }: OutputStyle): Promise<void> {
  const fits = text.split("\n").every((line) => line.length <= width);
  await write(stream, fits ? text : (await import("./wrap-help.js")).wrapHelp(text, width));
}
