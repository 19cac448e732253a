/** What each key of a fleet takes: THE table, for reading descriptions and for their schema. */
import { HANDLER_MODES, type BundleOptions } from "../options.js";

/** The kind of a value. */
export type SettingKind = "text" | "a whole number" | "true or false" | "a mapping" | "a list of texts";

/** A key, what it takes, and what it is for. */
export interface Setting {
  kinds: readonly SettingKind[];
  /** The texts that it takes; any, if there are none. */
  texts?: readonly string[];
  meaning: string;
}

/** An option of `bundle` by its long name; the command line writes `start: false` as `--no-start`. */
const option = (meaning: string, kinds: readonly SettingKind[] = ["text"], texts?: readonly string[]): Setting => {
  return { kinds, meaning, ...(texts && { texts }) };
};

const FLAG = ["true or false"] as const;

type Kebab<Key extends string> = Key extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Kebab<Tail>}`
    : `-${Lowercase<Head>}${Kebab<Tail>}`
  : Key;

/** Options that have another form in a fleet, or none. */
type ReadingOption = "stdin" | "values" | "maxBytes";

/** The options of `bundle`, without those. */
export const OPTION_SETTINGS: Readonly<Record<Kebab<Exclude<keyof BundleOptions, ReadingOption>>, Setting>> = {
  platform: option("where the blobs will be used, as `kubeboot platforms` lists it"),
  release: option("what the instances have, as `kubeboot releases` lists it"),
  exclude: option("patterns of the names that are left out of listed folders", ["text", "a list of texts"]),
  "default-type": option("the content type of sources that are not recognized"),
  gzip: option("whether the blobs are compressed", ["true or false", "text"], ["auto", "force"]),
  base64: option("whether the blobs are encoded as base64", FLAG),
  boundary: option("the boundary between the parts"),
  "merge-type": option("the header X-Merge-Type of the second and later cloud-configs"),
  merge: option("whether the cloud-configs become one part, or the merge type for it", ["true or false", "text"]),
  handler: option("how manifests are delivered on the instance", ["text"], [...HANDLER_MODES, "none"]),
  "manifest-dir": option("the folder on the instance for the handler mode directory"),
  "handler-timeout": option("seconds that the part handler may delay the boot", ["a whole number"]),
  start: option("whether the instance starts its Kubernetes services", FLAG),
  upgrade: option("whether objects of v1beta1, v1beta2 and v1beta3 are rewritten as v1", FLAG),
  "keep-order": option("whether Kubernetes objects stay in the listed order", FLAG),
  check: option("whether the content and the size are checked", FLAG),
  strict: option("whether warnings are errors", FLAG),
  "instance-data": option("a file with the instance data for the templates of cloud-init"),
};

const SOURCES: Setting = { kinds: ["a list of texts"], meaning: "files, folders, URLs and PATH:TYPE, in order" };

/** The keys of a role. */
export const ROLE_SETTINGS: Readonly<Record<string, Setting>> = {
  sources: SOURCES,
  values: { kinds: ["a mapping"], meaning: "variables of the templates" },
  ...OPTION_SETTINGS,
};

/** The keys of a fleet. */
export const FLEET_SETTINGS: Readonly<Record<string, Setting>> = {
  ...ROLE_SETTINGS,
  roles: { kinds: ["a mapping"], meaning: "what the nodes of each role have, by the name of the role" },
  nodes: {
    kinds: ["a mapping"],
    meaning: "the role and the variables of each node, by its name; names may have ranges",
  },
};

/** The keys of a node that are no variables. */
export const NODE_SETTINGS: Readonly<Record<string, Setting>> = {
  role: { kinds: ["text"], meaning: "the role of the node" },
  sources: SOURCES,
};

/** The name of an option in the library, such as `handlerTimeout`. */
export function nameOfOption(key: string): string {
  return key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
