/** Part[] → what the handlers of cloud-init do with each, in their order (cloudinit/handlers/__init__.py, walk). */
import type { Part } from "../model.js";
import { isCompressed, isKubernetes } from "../part/content-types.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { BOOTHOOK, isFileName, isScript } from "../part/script-folders.js";
import { isRead } from "../releases/is-read.js";
import type { Release } from "../releases/releases.js";
import { count } from "./modules/words.js";
import { readPartHandler, type KnownHandler } from "./read-part-handler.js";
import { scriptName } from "./script-files.js";
import { draft, type Draft } from "./steps.js";

/** What becomes of the parts before the modules run. */
export interface HandedParts {
  drafts: Draft[];
  /** The parts that become files, which run later. */
  scripts: Part[];
  /** The manifests that kubeboot's part handler gets. */
  manifests: Part[];
  /** The handler that gets them. */
  applier: KnownHandler | null;
  /** The parts that nothing handles, and why. */
  dropped: Map<Part, string>;
}

/**
 * Hands each part to what handles it: a part handler that came before it, or cloud-init itself.
 *
 * @param parts as the instance gets them, with templates filled in
 * @param templates those of them that were templates
 */
export function handParts(parts: readonly Part[], templates: ReadonlySet<Part>, release: Release): HandedParts {
  const handed: HandedParts = { drafts: [], scripts: [], manifests: [], applier: null, dropped: new Map() };
  const handlers: KnownHandler[] = [];
  for (const part of parts) {
    const type = effectiveType(part);
    const problem = findProblem(part, type, templates) ?? findUnread(part, type, templates, release);
    const handler = handlers.findLast(({ handles }) => handles(type));
    if (problem !== null) handed.dropped.set(part, problem);
    else if (type === "text/part-handler") handlers.push(load(part, handed));
    else if (isScript(type)) addScript(part, type, handed);
    else if (handler) giveTo(handler, part, handed);
    else if (!OWN_TYPES.test(type)) handed.dropped.set(part, describeUnhandled(part, type, parts));
  }
  handed.drafts.unshift(...listIncludes(parts));
  return handed;
}

/** What cloud-init handles without running it. */
const OWN_TYPES = /^text\/(?:upstart-job|cloud-config(?:-archive|-jsonp)?|x-include(?:-once)?-url)$/;

/** Templates of other types are filled in for nothing (cloudinit/handlers/jinja_template.py). */
const TEMPLATE_TYPES = new Set(["text/cloud-config", "text/x-shellscript"]);

function findProblem(part: Part, type: string, templates: ReadonlySet<Part>): string | null {
  if (isTemplate(part)) return type === "text/cloud-config" ? null : "the template can't be filled in";
  if (templates.has(part) && !TEMPLATE_TYPES.has(type)) return "cloud-init fills in only cloud-config and scripts";
  if (isScript(type) && !isFileName(scriptName(part))) return "no file can have its name";
  return null;
}

/** Without a release, the newest reads it. */
function findUnread(part: Part, type: string, templates: ReadonlySet<Part>, release: Release): string | null {
  const types = templates.has(part) ? ["text/jinja2", type] : [type];
  const unread = types.find((each) => !isRead("type", each, release));
  return unread === undefined ? null : `cloud-init ${release.latest} does not read ${unread}`;
}

/** They are fetched before any part is handled. */
function listIncludes(parts: readonly Part[]): Draft[] {
  return parts.flatMap((part) => {
    const type = effectiveType(part);
    if (!type.startsWith("text/x-include")) return [];
    const lines = new TextDecoder().decode(part.content).split(/\r\n|\r|\n/);
    const urls = lines.map((line) => line.replace(/^#include(?:-once)?/i, "").trim());
    const details = urls.filter((line) => line !== "" && !line.startsWith("#"));
    const text = `fetches ${count(details.length, "URL")}; what they hold is not known`;
    const frequency = type === "text/x-include-once-url" ? "instance" : "always";
    return [draft({ stage: "network", kind: "include", name: part.filename, text, details, frequency, parts: [part] })];
  });
}

function load(part: Part, handed: HandedParts): KnownHandler {
  const handler = readPartHandler(part);
  const { filename: name } = part;
  const frequency = handler.isAlways ? "always" : "instance";
  const text = describeHandler(handler);
  handed.drafts.push(draft({ stage: "network", kind: "handler", name, text, frequency, parts: [part] }));
  return handler;
}

function describeHandler({ own }: KnownHandler): string {
  switch (own?.mode) {
    case "watch":
      return "loads kubeboot's part handler, which keeps manifests for later";
    case "direct":
      return "loads kubeboot's part handler, which submits manifests during the boot";
    case "directory":
      return `loads kubeboot's part handler, which writes manifests to ${own.folder}`;
    default:
      return "loads a part handler, whose code runs at once";
  }
}

function addScript(part: Part, type: string, handed: HandedParts): void {
  if (type !== BOOTHOOK) handed.scripts.push(part);
  else {
    const name = scriptName(part);
    const given = { stage: "network", kind: "boothook", name, text: "runs the boothook", parts: [part] } as const;
    handed.drafts.push(draft({ ...given, frequency: "always" }));
  }
}

/** Manifests in a row are one step. */
function giveTo(handler: KnownHandler, part: Part, handed: HandedParts): void {
  const isOurs = handler.own !== null && isKubernetes(part.type);
  const frequency = handler.isAlways ? "always" : "instance";
  const name = handler.part.filename;
  if (!isOurs) {
    const text = `gets ${part.filename}`;
    handed.drafts.push(draft({ stage: "network", kind: "handle", name, text, frequency, parts: [part] }));
    return;
  }
  handed.manifests.push(part);
  handed.applier = handler;
  const last = handed.drafts.at(-1);
  const isNext = last?.kind === "handle" && last.name === name;
  const parts = isNext ? [...last.parts, part] : [part];
  const details = [...(isNext ? last.details : []), spoolName(part.filename, handed.manifests.length)];
  const folder = handler.own!.mode === "directory" ? handler.own!.folder : `${handler.own!.folder}pending/`;
  const text = `writes ${count(parts.length, "manifest")} to ${folder}`;
  if (isNext) handed.drafts.pop();
  handed.drafts.push(draft({ stage: "network", kind: "handle", name, text, details, frequency, parts, places: [] }));
}

/** As in handler/kubeboot.py, save_manifest. */
function spoolName(filename: string, number: number): string {
  const name = filename.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  return `${String(number).padStart(3, "0")}-${name.slice(-99)}`;
}

function describeUnhandled(part: Part, type: string, parts: readonly Part[]): string {
  if (part.content.length === 0) return "it is empty";
  if (isCompressed(type)) return "cloud-init unpacks it, and its type is lost";
  const late = parts.slice(parts.indexOf(part)).find((each) => isHandlerOf(each, type));
  return late ? `its part handler \`${late.filename}\` comes after it` : `nothing handles the type ${type}`;
}

function isHandlerOf(part: Part, type: string): boolean {
  return part.type === "text/part-handler" && readPartHandler(part).handles(type);
}
