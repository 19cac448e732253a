/** What a boot will do: the result of `explainSources`. */
import type { Finding, Layer } from "../model.js";
import type { Frequency, ModuleStage } from "../releases/default-modules.js";

export type { Frequency } from "../releases/default-modules.js";

/**
 * When a step happens. `network`, `config` and `final` are the stages of cloud-init that read user-data; `after` is what
 * happens when cloud-init has ended.
 */
export type StageName = ModuleStage | "after";

/**
 * What kind of step it is.
 *
 * - `include`: the instance fetches further user-data
 * - `handler`: cloud-init loads a part handler
 * - `boothook`, `script`: a script runs
 * - `handle`: a part handler gets a part
 * - `merge`: the cloud-configs become one
 * - `module`: a module of cloud-init acts on the cloud-config
 * - `submit`: Kubernetes gets a manifest
 */
export type StepKind = "include" | "handler" | "boothook" | "script" | "handle" | "merge" | "module" | "submit";

/** A place in a source or in a part of a blob. */
export interface Origin {
  /** The source or blob, as the caller named it; `null` for what kubeboot adds. */
  path: string | null;
  /** The number of the part, from 1, if `path` is a blob. */
  part: number | null;
  /** The name of the part. */
  filename: string;
  /** The line, from 1, or `null` for the whole part. */
  line: number | null;
}

/** A value that several parts set: who wins, and who loses. */
export interface Conflict {
  /** The path of the value in the merged cloud-config, such as `power_state.mode`. */
  key: string;
  /** The value in one line; `null` for one that is long, or may be a secret. */
  value: string | null;
  /** Where the value comes from; several places if they were joined. */
  from: Origin[];
  /** The values that are lost. */
  replaced: { value: string | null; from: Origin }[];
}

/** One thing that happens. */
export interface Step {
  /** Its number, from 1, in the order in which the steps happen. */
  number: number;
  /** When it happens. */
  stage: StageName;
  /** What kind of step it is. */
  kind: StepKind;
  /** Of a module: its name; of a script: its file name; otherwise the name of the part. */
  name: string;
  /** What happens, in a line. */
  text: string;
  /** The same in detail, one line for each command, file, user or object. */
  details: string[];
  /** How often it happens. */
  frequency: Frequency;
  /** What it comes from. */
  from: Origin[];
  /** The numbers of the steps that it waits for. */
  waitsFor: number[];
  /** The values that several parts set. */
  conflicts: Conflict[];
  /** What `lint` reports of it. */
  findings: Finding[];
}

/** What becomes of a part. */
export interface ExplainedPart {
  /** The number of the part, from 1, in the order in which the instance gets them. */
  index: number;
  /** The content type that cloud-init takes it for; that of a template is the one that it renders to. */
  type: string;
  /** The name of the part. */
  filename: string;
  /** The source or blob, as the caller named it; `null` for what kubeboot adds. */
  path: string | null;
  /** The number of the part, from 1, if `path` is a blob. */
  part: number | null;
  /** The numbers of the steps that it takes part in. */
  steps: number[];
  /** Why nothing becomes of it; `null` if something does. */
  dropped: string | null;
  /** The exact bytes; those of a template are filled in. */
  content: Uint8Array;
  /** The lines of its text, from 1, that hold a password, a token or a key, which a report must not show. */
  secretLines: number[];
}

/** Where a key of the merged cloud-config comes from. */
export interface KeyOrigin {
  /** The path of the key in the merged cloud-config. */
  path: (string | number)[];
  /** Its line in the text of the merged cloud-config, from 1. */
  line: number;
  /** Where it comes from; several places if values were joined. */
  from: Origin[];
  /** Where the values come from that are lost. */
  replaced: Origin[];
}

/** The cloud-config that the modules get. */
export interface ExplainedConfig {
  /** The text, without comments, that cloud-init reads as the very same values; `null` if it can't be known. */
  text: string | null;
  /** Why the text is not known, or may be another on the instance; `null` if it is certain. */
  uncertain: string | null;
  /** The lines of the text, from 1, that hold a password, a token or a key, which a report must not show. */
  secretLines: number[];
  /** The origin of each key at the root, and of each key below it that comes from elsewhere. */
  keys: KeyOrigin[];
}

/** The result of explaining: what happens at boot, in order. */
export interface Explanation {
  /** The name of the platform, or `null` if none was named. */
  platform: string | null;
  /** The image, or the version of cloud-init, and the version that it has; `null` if none was named. */
  release: { name: string; version: string } | null;
  /** The encodings around the blob, from the outside in; empty for sources. */
  layers: Layer[];
  /** The parts as the instance gets them. */
  parts: ExplainedPart[];
  /** The steps in the order in which they happen. */
  steps: Step[];
  /** The numbers of the steps that happen again at each later boot. */
  nextBoot: number[];
  /** The cloud-config that the modules get. */
  config: ExplainedConfig;
  /** Everything that `lint` reports. */
  findings: Finding[];
}
