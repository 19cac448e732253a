/** The compiled validators of `kubernetes-models` → the formats of numbers and texts, which its declarations lack. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Objects } from "./read-packages.ts";

interface ValidationError {
  instancePath: string;
  params: { type?: string; format?: string };
}

type Validator = ((data: unknown) => boolean) & { errors: ValidationError[] | null };

/** Replaces `n` by `i` (int32) or `l` (int64) for integers, and `s` by `y` for base64, in the objects' types. */
export async function probeFormats(objects: Objects, modules: string): Promise<void> {
  for (const name of ["kubernetes-models", "@kubernetes-models/apimachinery"]) {
    const folder = join(modules, name, "_schemas");
    for (const file of readdirSync(folder).filter((each) => each.endsWith(".js"))) {
      const { validate } = (await import(pathToFileURL(join(folder, file)).href)) as { validate: Validator };
      for (const [key, field] of objects.get(file.slice(0, -".js".length))?.fields ?? []) {
        field.type = field.type.replace(/(?<=^[[{]*)[ns]$/, (basic) => probe(validate, key, field.type, basic));
      }
    }
  }
}

function probe(validate: Validator, key: string, type: string, basic: string): string {
  if (basic === "s") return findErrors("%").some(({ params }) => params.format === "byte") ? "y" : "s";
  if (!findErrors(0.5).some(({ params }) => params.type === "integer")) return "n";
  return findErrors(2 ** 31).some(({ params }) => params.format === "int32") ? "i" : "l";

  function findErrors(value: unknown): ValidationError[] {
    const wrapped = Array.from(type.slice(0, -1)).reduceRight<unknown>(
      (inner, form) => (form === "[" ? [inner] : { key: inner }),
      value,
    );
    validate({ [key]: wrapped });
    return (validate.errors ?? []).filter(({ instancePath }) => instancePath.startsWith(`/${key}`));
  }
}
