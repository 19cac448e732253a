/** What a fleet is: the shape of FLEET.yaml, and what becomes of it. */
import type { Finding } from "../model.js";
import type { BundleOptions } from "../options.js";
import type { Values } from "../templates/merge-values.js";
import type { LinePosition } from "../text/text-position.js";
import type { NodePath } from "../yaml/node-path.js";

/** What a fleet and each of its roles may have. Paths start at the folder of the description. */
export interface FleetSettings {
  /** The sources of each node, as on the command line, but without `-`; those of the fleet come first. */
  sources?: readonly string[];
  /** Variables of templates. A text may be a template itself. */
  values?: Values;
  /** The options of `bundle` by their long names, such as `platform` or `handler-timeout`. */
  [option: string]: unknown;
}

/** A node: its role, and its own variables. */
export interface FleetNodeSettings {
  /** The name of the role. */
  role: string;
  /** Sources behind those of the role. */
  sources?: readonly string[];
  [variable: string]: unknown;
}

/** The content of FLEET.yaml. */
export interface FleetDescription extends FleetSettings {
  /** What the nodes of each role have, by the name of the role. */
  roles: Readonly<Record<string, FleetSettings>>;
  /** By name; a name may have ranges, such as `web[01-03]` and `db-[a,b]`. */
  nodes: Readonly<Record<string, FleetNodeSettings>>;
}

/** What is the same for all nodes of a role. */
export interface Role {
  name: string;
  options: BundleOptions;
  sources: readonly string[];
  values: readonly Layer[];
}

/** Values, and where they stand in the description; null for those of the caller. */
export interface Layer {
  values: Values;
  path: NodePath | null;
}

/** One node, after its name was expanded. */
export interface FleetMember {
  name: string;
  /** The number of the node among those that its name makes, from 1. */
  index: number;
  role: Role;
  sources: readonly string[];
  own: Layer;
}

/** A description that was read. */
export interface ReadFleet {
  /** The description as the caller named it. */
  path: string;
  /** The folder at which its paths start. */
  folder: string;
  /** The text that the positions are those of; null for a description in memory. */
  content: Uint8Array | null;
  members: readonly FleetMember[];
  roles: readonly string[];
  /** The position of the value at a path, or of a place in its text; null for a description in memory. */
  locate: (path: NodePath, inside?: LinePosition) => LinePosition | null;
  findings: Finding[];
}
