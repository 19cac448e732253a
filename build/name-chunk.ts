import type { ModuleInfo } from "rolldown";

interface Modules {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** Modules that other ones need more often, or less often, than the modules that import them. */
const APART: readonly [chunk: string, modules: RegExp][] = [
  ["main", /\/src\/(?:errors|options)\.ts$/],
  ["lint", /\/src\/(?:read\/(?:decode-blob|list-texts|open-blobs)|mime\/find-headers)\.ts$/],
  ["lint", /\/src\/cli\/(?:run-lint|render-lint-text|text-width|wrap-text)\.ts$/],
  ["yaml-problems", /\/src\/yaml\/(?:explain|syntax\/(?!grammar))/],
  ["kubernetes-rules", /\/src\/kube\/rules\/(?!check-name)/],
  ["kubernetes-fields", /\/src\/kube\/(?:fields\/|object-size)|kubernetes-fields$/],
];

/** Modules that are needed together with everything that they import. */
const TOGETHER: readonly [chunk: string, module: RegExp][] = [
  ["pipeline", /\/src\/pipeline\.ts$/],
  ["manifest-checks", /\/src\/checks\/manifest-checks\.ts$/],
  ["main", /\/src\/cli\/main\.ts$/],
];

/** The chunk of a module of the executable, or null to leave it to the bundler: loading a chunk takes time. */
export function nameChunk(id: string, modules: Modules): string | null {
  const apart = APART.find(([, test]) => test.test(id));
  const [chunk = null] = apart ?? TOGETHER.find(([, test]) => isImportedBy(test, id, modules)) ?? [];
  return chunk;
}

/** Whether the module matches, or one that imports it, however indirectly, does. */
function isImportedBy(module: RegExp, id: string, modules: Modules): boolean {
  const importers = new Set([id]);
  // A set also visits what is added on the way.
  for (const each of importers) {
    if (module.test(each)) return true;
    for (const importer of modules.getModuleInfo(each)?.importers ?? []) importers.add(importer);
  }
  return false;
}
