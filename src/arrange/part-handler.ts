/** The Python script that runs on the instance and its settings → text, or the part that carries it. */
import applier from "../../handler/applier.py";
import client from "../../handler/client.py";
import commands from "../../handler/commands.py";
import kubeboot from "../../handler/kubeboot.py";
import type { Part } from "../model.js";
import type { HandlerMode } from "../options.js";
import type { ResolvedOptions } from "../resolve-options.js";

/** Settings of the part handler. */
export interface HandlerSettings {
  mode: HandlerMode;
  /** The folder for the manifests; only for the mode `directory`, else null. */
  directory: string | null;
  /** Seconds: at boot, for everything together; later, for one call of the client. */
  timeout: number;
  /** Whether to enable and start the Kubernetes services of the machine. */
  start: boolean;
}

/** Where manifests wait for the applier. */
const SPOOL = "/var/lib/kubeboot";

/** How long the applier retries a manifest: the sum of its pauses, which makes about 300 tries. */
const PENDING_SECONDS = 24 * 60 * 60;

/** The settings from the options; the mode is `watch` by default. */
export function settingsOf({ handler, manifestDir, handlerTimeout, start }: ResolvedOptions): HandlerSettings {
  const mode = handler === null || handler === "none" ? "watch" : handler;
  return { mode, directory: manifestDir, timeout: handlerTimeout, start };
}

/** The script's text: a first line that names kubeboot, and one line of settings. */
export function renderPartHandler({ mode, directory, timeout, start }: HandlerSettings): string {
  const folder = `${directory ?? SPOOL}/`.replace(/\/+$/, "/");
  const settings = [mode, folder, timeout, PENDING_SECONDS, start ? 1 : 0];
  const body = `${kubeboot}${client}${applier}${commands}`.replace(
    /^(MODE,.*=).*$/m,
    (_, names: string) => `${names} ${settings.map(pythonLiteral).join(", ")}`,
  );
  return `#part-handler written by kubeboot ${KUBEBOOT_VERSION}\n${body}`;
}

/** JSON in printable ASCII is a Python literal of the same value. */
function pythonLiteral(value: string | number): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const contents = new Map<string, Uint8Array>();

/** The part that carries the script to the instance; with equal settings, it has the same content. */
export function makePartHandler(settings: HandlerSettings): Part {
  const key = JSON.stringify(settings);
  const content = contents.get(key) ?? Buffer.from(renderPartHandler(settings));
  contents.set(key, content);
  return {
    type: "text/part-handler",
    filename: "kubeboot.py",
    content,
    transferEncoding: null,
    headers: {},
    path: null,
    number: null,
  };
}
