import type { MemorySource } from "./model.js";
import { DEFAULT_MAX_BYTES, type RenderOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { loadInstanceData } from "./sources/load-instance-data.js";
import { loadInput } from "./sources/load-input.js";
import { fillInSource } from "./templates/fill-in-source.js";

/**
 * Fills in a template as cloud-init does on an instance.
 *
 * @param input - a path, `-`, or the template in memory
 * @param options - the data of the instance
 * @returns the text without the first line, `## template: jinja`
 * @throws {@link KubebootError} with the code `unreadable` for a source or instance data that can't be read; `invalid`
 *   for a text that is not a template, and for one that cloud-init drops.
 *
 * @example
 * ```js
 * import { renderSource } from "kubeboot";
 *
 * const content = "## template: jinja\n#cloud-config\nhostname: {{ v1.local_hostname }}\n";
 * console.log(await renderSource({ name: "web.cfg", content }, { platform: "ec2" }));
 * ```
 */
export async function renderSource(input: string | MemorySource, options: RenderOptions = {}): Promise<string> {
  const { platform } = resolveOptions({ platform: options.platform ?? "nocloud" });
  const limits = { maxBytes: DEFAULT_MAX_BYTES, isFixed: true, pipes: true };
  const { path, content } = await loadInput(input, { ...limits, stdin: options.stdin ?? null, name: "the template" });
  const data = await loadInstanceData(options.instanceData ?? null);
  return fillInSource(new TextDecoder().decode(content), { path, platform: platform!.name, data });
}
