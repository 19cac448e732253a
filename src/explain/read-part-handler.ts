/** A part handler → what is known of it before it runs. */
import type { Part } from "../model.js";
import { createTypeMatcher } from "../part/create-type-matcher.js";

/** A part handler. */
export interface KnownHandler {
  part: Part;
  /** Whether cloud-init hands it parts of a type. */
  handles: (type: string) => boolean;
  /** The settings of kubeboot's; null for another one. */
  own: { mode: string; folder: string; timeout: number } | null;
  isAlways: boolean;
}

/** Reads the text, which kubeboot can't run. */
export function readPartHandler(part: Part): KnownHandler {
  const text = new TextDecoder().decode(part.content);
  const isOwn = text.startsWith("#part-handler written by kubeboot ");
  const [, mode, folder, timeout] = /^MODE,.*= ?"(\w+)", "(.*?)", (\d+),/m.exec(text) ?? [];
  const own = isOwn && mode !== undefined ? { mode, folder: folder!, timeout: Number(timeout) } : null;
  return { part, handles: createTypeMatcher(part), own, isAlways: isAlways(text) };
}

/** Version 1 of the interface, the default, has no frequency (cloudinit/handlers/__init__.py, fixup_handler). */
function isAlways(text: string): boolean {
  return /^handler_version\s*=\s*[23]\b/m.test(text) && /^frequency\s*=\s*(?:PER_ALWAYS|["']always["'])/m.test(text);
}
