/** Part[] → the same with each template as what cloud-init makes of it, and what is wrong with the templates. */
import { findMarker } from "../part/content-types.js";
import { isTemplate } from "../part/effective-type.js";
import { memoizeContent } from "../part/memoize-content.js";
import type { CheckCode } from "../findings/table.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part, TracedPart } from "../model.js";
import { makeVariables, type JsonObject } from "../templates/instance-data.js";
import { judgeTemplate, type Instance, type TemplateProblem } from "../templates/judge-template.js";
import { bodyOf, type RenderedTemplate } from "../templates/render-template.js";
import { listNames } from "../templates/list-names.js";
import { findSample, isOpen, makeSampleData, SAMPLED_PLATFORMS } from "../templates/sample-data.js";
import { positionIn, tracePosition } from "../templates/trace-position.js";
import type { LinePosition } from "../text/text-position.js";
import { findNearest } from "../text/find-nearest.js";

/** The codes of the findings about templates that are filled in. */
export const RENDER_CODES: readonly CheckCode[] = [
  "template-syntax",
  "template-failed",
  "template-fails-elsewhere",
  "template-name",
  "template-name-platform",
  "template-unchecked",
];

/** What templates are filled in with. */
export interface InstanceOptions {
  /** The data of one instance; null for samples. */
  instanceData?: JsonObject | null;
  /** Whose sample is used; null for those of all platforms. */
  platform?: { name: string } | null;
}

/** Parts, and findings about their templates. */
export interface RenderedParts {
  parts: Part[];
  findings: Finding[];
}

/** Fills in the templates that cloud-init fills in; others stay as they are. */
export function renderParts(parts: readonly Part[], options: InstanceOptions): RenderedParts {
  const instances = listInstances(options);
  const judge = memoizeContent((content) => judgeTemplate(new TextDecoder().decode(content), instances));
  const rendered = parts.map((part) => {
    if (!isRendered(part)) return { part, findings: [] };
    const verdict = judge(part.content);
    const findings = verdict.problems.map((problem) => describe(problem, part, instances, options));
    return { part: verdict.rendered === null ? part : fillIn(part, verdict.rendered), findings };
  });
  return { parts: rendered.map(({ part }) => part), findings: rendered.flatMap(({ findings }) => findings) };
}

/** Whether the header is in the very first line. */
function isRendered(part: Part): boolean {
  return isTemplate(part) && /^##\s*template:\s*jinja\s*(?:\n|$)/i.test(new TextDecoder().decode(part.content));
}

/** Without data and platform, all that are known. */
function listInstances({ instanceData = null, platform = null }: InstanceOptions): Instance[] {
  if (instanceData !== null) return [{ platform: platform?.name ?? "the instance", data: instanceData }];
  const sample = platform === null ? null : findSample(platform.name);
  const names = sample === null ? SAMPLED_PLATFORMS : [sample];
  return names.map((name) => ({ platform: name, data: makeSampleData(name) }));
}

function describe(
  { kind, text, name, at, platforms }: TemplateProblem,
  part: Part,
  instances: readonly Instance[],
  { instanceData = null, platform = null }: InstanceOptions,
): Finding {
  const location = locationOf(part, belowHeader(positionIn(bodyOf(new TextDecoder().decode(part.content)), at)));
  if (kind === "unsupported") return finding("template-unchecked", location, { reason: text });
  if (kind === "syntax") return finding("template-syntax", location, { reason: text });
  const others = instances.map((instance) => instance.platform).filter((each) => !platforms.includes(each));
  if (kind === "failed") {
    const isDefinite = (each: string): boolean => instanceData !== null || name === null || !isOpen(name, each);
    const definite = hasOtherSource(name, platform) && instanceData === null ? [] : platforms.filter(isDefinite);
    if (name !== null && definite.length === 0) {
      return finding("template-name-platform", location, { name, platforms: others, near: null });
    }
    const isSure = others.length === 0 && definite.length === platforms.length;
    if (isSure && (instanceData !== null || platform !== null || !isOfSource(name))) {
      return finding("template-failed", location, { reason: text });
    }
    return finding("template-fails-elsewhere", location, { reason: text, platforms: definite });
  }
  if (others.length > 0)
    return finding("template-name-platform", location, { name: text, platforms: others, near: null });
  const isUnsure = text.startsWith("ds.") || platforms.some((each) => isOpen(text, each));
  const names = instances.flatMap(({ data }) => listNames(makeVariables(data)));
  const near = findNearest(text, names) ?? null;
  return instanceData === null && isUnsure
    ? finding("template-name-platform", location, { name: text, platforms: [], near })
    : finding("template-name", location, { name: text, near });
}

/** Whether the name is one of those that each data source of cloud-init has of its own. */
function isOfSource(name: string | null): boolean {
  return name !== null && /^ds\b/.test(name);
}

/** Whether the name is up to the data source of a platform that has no sample. */
function hasOtherSource(name: string | null, platform: InstanceOptions["platform"]): boolean {
  return isOfSource(name) && platform !== null && platform !== undefined && findSample(platform.name) === null;
}

function fillIn(part: Part & Partial<TracedPart>, rendered: RenderedTemplate): TracedPart {
  const content = new TextEncoder().encode(rendered.text);
  const type = findMarker(rendered.text)?.type ?? "text/plain";
  const { toSource: outer = (at) => at } = part;
  return {
    ...part,
    type,
    content,
    toSource: (at) => outer(at === null ? null : belowHeader(tracePosition(rendered, at))),
  };
}

/** The header is the first line of the template. */
function belowHeader<Place extends LinePosition>(place: Place): Place {
  return { ...place, line: place.line + 1 };
}
