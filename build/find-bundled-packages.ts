import type { OutputBundle } from "rolldown";

/** The folders of the packages whose modules are in the chunks of an output, sorted. */
export function findBundledPackages(bundle: OutputBundle): string[] {
  const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  return [...new Set(modules.flatMap((id) => /^\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []))].toSorted();
}
