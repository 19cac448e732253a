import type { ModuleInfo } from "rolldown";

interface Modules {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** What most runs do not need, although modules that they need import it. */
const SELDOM: readonly [name: string, test: RegExp][] = [
  ["yaml-problems", /\/src\/yaml\/(?:explain|syntax\/(?!grammar))/],
  ["kubernetes-rules", /\/src\/kube\/rules\/(?!check-name)/],
  ["kubernetes-fields", /\/src\/kube\/(?:fields\/|object-size)|kubernetes-fields$/],
];

/** Modules that are needed together with everything that they import. */
const TOGETHER: readonly [name: string, module: RegExp][] = [
  ["pipeline", /\/src\/pipeline\.ts$/],
  ["manifest-checks", /\/src\/checks\/manifest-checks\.ts$/],
];

/** Which modules of the executable share a chunk, besides those that the bundler groups: each chunk takes time. */
export const chunkGroups = [
  ...SELDOM.map(([name, test]) => ({ name, test })),
  ...TOGETHER.map(([name, module]) => ({
    debugName: name,
    name: (id: string, modules: Modules) => (isImportedBy(module, id, modules) ? name : null),
  })),
].map((group, index, { length }) => Object.assign(group, { priority: length - index }));

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
