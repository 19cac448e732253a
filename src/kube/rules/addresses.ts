/** IP addresses and ranges, as Go's net package reads them. */
import { createRequire } from "node:module";

/** Loads node:net only here: few objects have addresses, and loading it takes time. */
function loadNet(): typeof import("node:net") {
  return createRequire(import.meta.url)("node:net") as typeof import("node:net");
}

/** Whether the text is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return loadNet().isIP(text) !== 0;
}

/** Whether the text is a range such as `10.0.0.0/8`. */
export function isRange(text: string): boolean {
  return readRange(text) !== null;
}

/** Whether the range lies in the other one, and is smaller. */
export function isStrictlyWithin(inner: string, outer: string): boolean {
  const [small, large] = [readRange(inner), readRange(outer)];
  if (!small || !large || small.family !== large.family || small.bits <= large.bits) return false;
  const block = new (loadNet().BlockList)();
  block.addSubnet(large.address, large.bits, large.family);
  return block.check(small.address, small.family);
}

interface Range {
  address: string;
  bits: number;
  family: "ipv4" | "ipv6";
}

function readRange(text: string): Range | null {
  const [, address = "", bits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = loadNet().isIP(address);
  if (version === 0 || Number(bits) > (version === 4 ? 32 : 128)) return null;
  return { address, bits: Number(bits), family: version === 4 ? "ipv4" : "ipv6" };
}

/** Addresses that can't be a service's external IP (kubernetes, validation.ValidateNonSpecialIP). */
const SPECIAL = [
  ["0.0.0.0", 32],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["224.0.0.0", 24],
  ["::", 128],
  ["::1", 128],
  ["fe80::", 10],
  ["ff02::", 16],
] as const;

/** Whether the text is an address that a machine can have. */
export function isExternal(text: string): boolean {
  const { BlockList, isIP } = loadNet();
  const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");
  const special = new BlockList();
  for (const [prefix, bits] of SPECIAL) special.addSubnet(prefix, bits, familyOf(prefix));
  return isIP(text) !== 0 && !special.check(text, familyOf(text));
}
