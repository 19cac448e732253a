import { explainSources, type Explanation, type LintOptions } from "../../src/index.ts";

/** Contents by name; a name may end with `:TYPE`. */
export type Files = Readonly<Record<string, string>>;

/** What happens at boot with files, in their order. */
export async function explainFiles(files: Files, options: LintOptions = {}): Promise<Explanation> {
  const sources = Object.entries(files).map(([named, content]) => {
    const [name = "", type] = named.split(":");
    return type === undefined ? { name, content } : { name, content, type };
  });
  return explainSources(sources, options);
}
