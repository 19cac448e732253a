/** The Python script that runs on the instance, with its settings → text, or the part that carries it. */
import script from "../handler/kubeboot.py";
import type { Part } from "./model.js";

/** How the part handler delivers manifests. */
export const HANDLER_MODES = ["direct"] as const;

/** One of {@link HANDLER_MODES}. */
export type HandlerMode = (typeof HANDLER_MODES)[number];

/** What can be set about the part handler. */
export interface HandlerSettings {
  mode: HandlerMode;
  /** The seconds that waiting and submitting may take together, for all parts. */
  timeout: number;
}

/** The script's text: a first line that says where it comes from, and the settings in a line near the top. */
export function renderPartHandler({ mode, timeout }: HandlerSettings): string {
  const settings = `SETTINGS = ${JSON.stringify({ mode, timeout })}`;
  const body = script.replace(/^SETTINGS = .*$/m, () => settings);
  return `#part-handler written by kubeboot ${KUBEBOOT_VERSION} (npm package kubeboot)\n${body}`;
}

/** The part that brings the script to the instance. */
export function makePartHandler(settings: HandlerSettings): Part {
  return {
    type: "text/part-handler",
    filename: "kubeboot.py",
    content: Buffer.from(renderPartHandler(settings)),
    transferEncoding: null,
    headers: {},
    path: null,
  };
}
