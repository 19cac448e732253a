/** A template, and the instance data that it may meet → what becomes of it. */
import type { JsonObject } from "./instance-data.js";
import { renderTemplate, type RenderedTemplate } from "./render-template.js";
import { TemplateRefusal } from "./template-refusal.js";

/** Instance data, and the platform that it stands for. */
export interface Instance {
  platform: string;
  data: JsonObject;
}

/** A name or an expression, with the platforms on which it is a problem. */
export interface TemplateProblem {
  /** `name`: cloud-init writes a placeholder; `failed`: it drops the part; `unsupported`: kubeboot does not know. */
  kind: "name" | "failed" | "syntax" | "unsupported";
  /** The name, or the reason. */
  text: string;
  /** The name that is missing; null for other reasons. */
  name: string | null;
  /** The position in the text behind the first line. */
  at: number;
  platforms: string[];
}

/** What becomes of a template. */
export interface TemplateVerdict {
  problems: TemplateProblem[];
  /** The result with the first instance that renders it, if there is one without problems; null where none does. */
  rendered: RenderedTemplate | null;
}

/** Renders the template with each of the instances. */
export function judgeTemplate(text: string, instances: readonly Instance[]): TemplateVerdict {
  const problems = new Map<string, TemplateProblem>();
  let rendered: RenderedTemplate | null = null;
  let isClean = false;
  for (const { platform, data } of instances) {
    const result = renderOrRefuse(text, data);
    const found = result instanceof TemplateRefusal ? describeRefusal(result) : listMissing(result);
    if (!(result instanceof TemplateRefusal) && (rendered === null || (!isClean && found.length === 0))) {
      rendered = result;
      isClean = found.length === 0;
    }
    for (const problem of found) {
      const key = JSON.stringify(problem);
      const known = problems.get(key) ?? { ...problem, platforms: [] };
      if (!known.platforms.includes(platform)) known.platforms.push(platform);
      problems.set(key, known);
    }
  }
  return { problems: [...problems.values()], rendered };
}

function renderOrRefuse(text: string, data: JsonObject): RenderedTemplate | TemplateRefusal {
  try {
    return renderTemplate(text, data);
  } catch (error) {
    if (error instanceof TemplateRefusal) return error;
    throw error;
  }
}

type Problem = Omit<TemplateProblem, "platforms">;

function describeRefusal({ kind, message, at, missing }: TemplateRefusal): Problem[] {
  const name = missing?.path ?? null;
  return [{ kind: kind === "undefined" ? "failed" : kind, text: message, name, at: at ?? 0 }];
}

function listMissing({ pieces }: RenderedTemplate): Problem[] {
  return pieces.flatMap(({ missing, at }) => {
    if (missing === null) return [];
    const name = missing.path ?? missing.name ?? "a value";
    return [{ kind: "name", text: name, name, at }];
  });
}
