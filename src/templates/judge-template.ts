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
  /** `name`: cloud-init writes a placeholder; `failed`: it drops the part. */
  kind: "name" | "failed" | "syntax";
  /** The name, or the reason. */
  text: string;
  /** The position in the text behind the first line. */
  at: number;
  platforms: string[];
}

/** What becomes of a template. */
export interface TemplateVerdict {
  problems: TemplateProblem[];
  /** The result with the first instance that renders it; null where none does. */
  rendered: RenderedTemplate | null;
}

/** Renders the template with each of the instances. What kubeboot can't render has no problems. */
export function judgeTemplate(text: string, instances: readonly Instance[]): TemplateVerdict {
  const problems = new Map<string, TemplateProblem>();
  let rendered: RenderedTemplate | null = null;
  for (const { platform, data } of instances) {
    const result = renderOrRefuse(text, data);
    const found = result instanceof TemplateRefusal ? describeRefusal(result) : listMissing(result);
    if (!(result instanceof TemplateRefusal) && (rendered === null || found.length === 0)) rendered = result;
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

function describeRefusal({ kind, message, at }: TemplateRefusal): Problem[] {
  if (kind === "unsupported") return [];
  return [{ kind: kind === "syntax" ? "syntax" : "failed", text: message, at: at ?? 0 }];
}

function listMissing({ pieces }: RenderedTemplate): Problem[] {
  return pieces.flatMap(({ missing, at }) => {
    return missing === null ? [] : [{ kind: "name", text: missing.path ?? missing.name ?? "a value", at }];
  });
}
