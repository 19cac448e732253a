import { createHash } from "node:crypto";
import type { Bundle, Layer } from "../model.js";
import { fitPlatform } from "../platforms/fit-platform.js";
import type { Platform } from "../platforms/platforms.js";
import { toPlainValue } from "../templates/to-plain-value.js";
import type { FilledMember } from "./fill-in-values.js";

/** A node of a fleet that was made. */
export interface FleetNode {
  /** The name of the node. */
  name: string;
  /** The name of its role. */
  role: string;
  /** The user-data blob. */
  userData: Uint8Array;
  /** The SHA-256 of the blob, in hexadecimal digits. */
  sha256: string;
  /** The encodings around the MIME message, from the outside in. */
  layers: readonly Layer[];
  /** How many parts the blob has. */
  parts: number;
  /** Bytes, as the platform counts them. */
  size: number;
  /** The platform's limit in bytes; `null` if there is none, or none is known. */
  limit: number | null;
  /** The text of the file meta-data; `null` on platforms that have none. */
  metaData: string | null;
  /** The variables of the node's templates, without the other nodes. */
  values: Readonly<Record<string, unknown>>;
}

/** The node, as its blob was made. */
export function makeNode({ member, variables }: FilledMember, bundle: Bundle, platform: Platform | null): FleetNode {
  const { name, role } = member;
  const fit = platform && fitPlatform(bundle, platform);
  const values = [...variables].map(([key, value]) => [String(key), toPlainValue(value)]);
  return {
    name,
    role: role.name,
    userData: bundle.bytes,
    sha256: hash(bundle.bytes),
    layers: bundle.layers,
    parts: bundle.parts.length,
    size: fit?.size ?? bundle.bytes.length,
    limit: fit?.limit ?? null,
    metaData: platform?.name === "nocloud" ? writeMetaData(name) : null,
    values: Object.fromEntries(values) as FleetNode["values"],
  };
}

const hashes = new WeakMap<Uint8Array, string>();

function hash(bytes: Uint8Array): string {
  const known = hashes.get(bytes) ?? createHash("sha256").update(bytes).digest("hex");
  hashes.set(bytes, known);
  return known;
}

/** What NoCloud needs; an instance-id that stays the same keeps cloud-init from running everything again. */
function writeMetaData(name: string): string {
  return `instance-id: ${name}\nlocal-hostname: ${name}\n`;
}
