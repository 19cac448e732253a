/** npm packages with declarations of Kubernetes' API → the objects of each, by the same names. */
import { readFileSync, readdirSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { readDeclarations, type Declared, type DeclaredField } from "./read-declarations.ts";

/** The objects by their names in Kubernetes' OpenAPI schema, without the dots: `IoK8sApiCoreV1Pod`. */
export type Objects = Map<string, Declared>;

/** Reads `kubernetes-models`, which has the fields of the newest release and the allowed values. */
export function readModels(modules: string): Objects {
  const folders = ["kubernetes-models", "@kubernetes-models/apimachinery"].map((name) => join(modules, name));
  const objects: Objects = new Map();
  for (const path of folders.flatMap(listDeclarations)) {
    const text = readFileSync(path, "utf8");
    const names = new Map(Array.from(text.matchAll(/\b(I\w+) as I(IoK8s\w+)/g), ([, local, name]) => [local!, name!]));
    const resolve = (name: string): string => names.get(name) ?? name.replace(/^I(?=IoK8s)/, "");
    for (const declared of readDeclarations(text)) {
      const name = names.get(declared.name);
      if (name !== undefined) objects.set(name, rename(declared, name, resolve));
    }
  }
  return objects;
}

/** Reads a release of `kubernetes-types`. */
export function readTypes(folder: string): Objects {
  const objects: Objects = new Map();
  for (const path of listDeclarations(folder)) {
    const text = readFileSync(path, "utf8");
    const file = relative(folder, path).split(sep).join("/").replace(".d.ts", "");
    const places = new Map<string, string>();
    for (const [, names, from] of text.matchAll(/^import \{ ([^}]+) \} from "([^"]+)"/gm)) {
      for (const name of names!.split(", ")) places.set(name, posix.join(posix.dirname(file), from!));
    }
    const resolve = (name: string): string => toSchemaName(places.get(name) ?? file, name);
    for (const declared of readDeclarations(text)) {
      const name = resolve(declared.name);
      objects.set(name, rename(declared, name, resolve));
    }
  }
  return objects;
}

function listDeclarations(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".d.ts") && !/(?:^|[\\/])(?:_schemas[\\/].*|index\.d\.ts)$/.test(path))
    .map((path) => join(folder, path));
}

/** Where Kubernetes' OpenAPI schema has the objects of a folder, if not in `io.k8s.api`. */
const PREFIXES: Readonly<Record<string, string>> = {
  api: "IoK8sApimachineryPkgApi",
  apiextensions: "IoK8sApiextensionsApiserverPkgApisApiextensions",
  meta: "IoK8sApimachineryPkgApisMeta",
  runtime: "IoK8sApimachineryPkgRuntime",
  version: "IoK8sApimachineryPkgVersion",
};

function toSchemaName(file: string, name: string): string {
  const [folder, version = ""] = file.split("/");
  return `${PREFIXES[folder!] ?? `IoK8sApi${capitalize(folder!)}`}${capitalize(version)}${name}`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function rename({ fields, alias }: Declared, name: string, resolve: (name: string) => string): Declared {
  const replace = (type: string): string => type.replace(/<(\w+)>/g, (_, local: string) => `<${resolve(local)}>`);
  const renamed = Array.from(fields, ([key, field]): [string, DeclaredField] => [
    key,
    { ...field, type: replace(field.type) },
  ]);
  return { name, fields: new Map(renamed), alias: alias === null ? null : replace(alias) };
}
