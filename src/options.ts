/** The options of the functions of the library. */
import type { Stdin } from "./model.js";
import type { ValuesInput } from "./templates/merge-values.js";

/**
 * How manifests are delivered on the instance.
 *
 * - `watch`: they are kept in `/var/lib/kubeboot`, and submitted as soon as Kubernetes is available.
 * - `direct`: they are submitted during the boot, which waits for it, up to `handlerTimeout` seconds.
 * - `directory`: they are written to `manifestDir`, a folder that k3s, RKE2 or the kubelet watches.
 */
export type HandlerMode = "watch" | "direct" | "directory";

/** Every {@link HandlerMode}. */
export const HANDLER_MODES = ["watch", "direct", "directory"] as const satisfies readonly HandlerMode[];

/** Options for turning sources into parts, common to {@link BundleOptions} and {@link LintOptions}. */
export interface SourceOptions {
  /**
   * The content type of sources that declare none and are not recognized, such as `text/plain`. Default: none; such a
   * source is an error.
   */
  defaultType?: string;
  /**
   * Where the blob will be used: the name or an alias of a platform, as `kubeboot platforms` lists them, in any case.
   * Its size limit and its encoding then apply. Default: none; the size is not limited.
   */
  platform?: string;
  /**
   * What the instances have: the name of an image, as `kubeboot releases` lists them, or a version of cloud-init, such
   * as `"22.4"`. What it ignores is reported. Default: none; what images with updates ignore is noted.
   */
  release?: string;
  /**
   * The header `X-Merge-Type` for the second and later cloud-config parts, such as
   * `list(append)+dict(recurse_list)`: how cloud-init merges each into the earlier ones. Default: no header; later
   * keys replace earlier ones.
   */
  mergeType?: string;
  /**
   * Whether the cloud-config parts become one part with the content that cloud-init would have made of them. With
   * `true`, lists are joined and mappings merged, and two different values of one key are an error; a merge type, as
   * for `mergeType`, decides instead. Default: `false`.
   */
  merge?: boolean | string;
  /**
   * How Kubernetes manifests are delivered on the instance. A mode adds the part handler even without manifests;
   * `"none"` leaves it out. Default: `"watch"` if there are manifests, else `"none"`.
   */
  handler?: HandlerMode | "none";
  /** The absolute path of a folder on the instance. Required by `handler: "directory"`, and allowed only with it. */
  manifestDir?: string;
  /** Whether Kubernetes objects of v1beta1, v1beta2 and v1beta3 are rewritten as v1. Default: `false`. */
  upgrade?: boolean;
  /**
   * Whether Kubernetes objects stay in the listed order. Default: `false`; they are sorted into the order in which they
   * have to be submitted, and a source becomes several parts if that takes it.
   */
  keepOrder?: boolean;
  /** Whether warnings are errors. Default: `false`. */
  strict?: boolean;
  /**
   * The path of a file with the instance data that templates are filled in with, for the checks: what
   * `cloud-init query --all` prints, or `/run/cloud-init/instance-data.json`. Default: samples of the standard keys, with
   * the metadata of `platform`, or of each platform.
   */
  instanceData?: string;
  /**
   * The variables of templates, which are the sources whose names end in `.j2`: an object, the path of a YAML or JSON
   * file with a mapping, or several of them, of which later ones win. Default: none.
   */
  values?: ValuesInput;
  /**
   * Patterns of the names of files that are not wanted from listed folders, such as `"*.md"`; files that are listed
   * themselves are not concerned. Default: none.
   */
  exclude?: string | readonly string[];
  /**
   * Bytes: the most that is read of one source, and that a finished blob may have after each layer is removed. Default:
   * 67108864 (64 MiB). Sources in memory are not limited.
   */
  maxBytes?: number;
  /** The content of the source `-`, such as `process.stdin`. Required if `-` is listed. */
  stdin?: Stdin;
}

/** Options for {@link createBundle}. */
export interface BundleOptions extends SourceOptions {
  /**
   * Whether the blob is compressed. `"auto"` compresses it only if it does not fit the platform otherwise, and needs
   * `platform`. `"force"` compresses it even if that is not safe on the platform, where `true` is an error. Default:
   * `false`.
   */
  gzip?: boolean | "auto" | "force";
  /** Whether the blob is encoded as one line of base64. Default: only if the platform requires it. */
  base64?: boolean;
  /**
   * The boundary between the parts, 1 to 70 characters (RFC 2046 section 5.1.1). Default: derived from the content of
   * the parts.
   */
  boundary?: string;
  /**
   * Seconds, a whole number from 1 to 86400: the longest that the part handler may delay the boot, and that one
   * submission may take afterwards. Default: 120.
   */
  handlerTimeout?: number;
  /**
   * Whether the part handler enables and starts the Kubernetes services that are installed on the instance. Default:
   * `true`.
   */
  start?: boolean;
  /**
   * Whether the content and the size limit of the platform are checked. `false` skips all checks except
   * `type-container` and `text-not-utf8`, without which the message can be broken. Default: `true`.
   */
  check?: boolean;
}

/** Options for {@link lintSources}. */
export interface LintOptions extends SourceOptions {
  /**
   * cloud-init's JSON schema for cloud-config: a path, a URL, `auto` for the schema of the cloud-init that is installed
   * on this machine, if any, or `off`. Default: `off`, which gives the same findings on every machine.
   */
  schema?: string;
}

/** Options for {@link upgradeManifests}. */
export interface UpgradeOptions {
  /** The format of the result. In YAML, documents that are v1 already are not changed. Default: `"yaml"`. */
  format?: "yaml" | "json";
  /** The content of the source `-`, such as `process.stdin`. Required if `-` is listed. */
  stdin?: Stdin;
}

/** Options for {@link renderSource}. */
export interface RenderOptions {
  /** The path of a file with instance data, as in {@link SourceOptions}. Default: the sample of `platform`. */
  instanceData?: string;
  /** The platform whose sample is used. Default: `"nocloud"`. */
  platform?: string;
  /** The content of the source `-`, such as `process.stdin`. Required if `-` is given. */
  stdin?: Stdin;
}

/** Options for {@link readBundle}. */
export interface ReadOptions {
  /**
   * Bytes: the largest blob that is read, as given and after each layer is removed, and the most that its parts may
   * have together. Default: 67108864 (64 MiB).
   */
  maxBytes?: number;
  /** The content of the input `-`, such as `process.stdin`. Required if the input is `-`. */
  stdin?: Stdin;
}

/** Options for {@link extractBundle}. */
export interface ExtractOptions extends ReadOptions {
  /** The folder for the files; it is created if it is missing. */
  directory: string;
  /** Whether existing files are replaced. Default: `false`; an existing file is an error. */
  force?: boolean;
  /**
   * Whether kubeboot's part handler is written too. Default: `false`; it is left out if {@link createBundle} adds the
   * same one again.
   */
  handler?: boolean;
}

/** Bytes: the largest blob that is read by default, 64 MiB. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
