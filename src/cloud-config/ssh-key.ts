/** A line of authorized_keys → why it can't be used to log in. */

import type { SshKeyProblem } from "../findings/modules.js";
import { lookUp } from "../text/look-up.js";

/** The types that cloud-init accepts; it drops other lines (ssh_util.py, VALID_KEY_TYPES of 22.4 and 26.2). */
const KEY_TYPES: ReadonlySet<string> = new Set([
  "ssh-rsa",
  "ssh-ed25519",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "sk-ssh-ed25519@openssh.com",
  "sk-ecdsa-sha2-nistp256@openssh.com",
  "ssh-xmss@openssh.com",
  "ssh-dss",
  "ssh-rsa-cert-v01@openssh.com",
  "ssh-dss-cert-v01@openssh.com",
  "ssh-ed25519-cert-v01@openssh.com",
  "ssh-xmss-cert-v01@openssh.com",
  "sk-ssh-ed25519-cert-v01@openssh.com",
  "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
  "ecdsa-sha2-nistp256-cert-v01@openssh.com",
  "ecdsa-sha2-nistp384-cert-v01@openssh.com",
  "ecdsa-sha2-nistp521-cert-v01@openssh.com",
]);

/** The names of the types in older files. */
const SHORT_TYPES: Readonly<Record<string, RegExp>> = {
  rsa: /^ssh-rsa$/,
  dsa: /^ssh-dss$/,
  ecdsa: /^ecdsa-sha2-/,
  ed25519: /^ssh-ed25519$/,
};

/** The first problem, or null for a valid key. */
export function findSshKeyProblem(text: string): SshKeyProblem | null {
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text.trim())) return { what: "private" };
  if (/^---- ?BEGIN SSH2 PUBLIC KEY|^-----BEGIN [A-Z ]*PUBLIC KEY-----/.test(text.trim()))
    return { what: "other-format" };
  const [type, base64] = readFields(text.trim()) ?? readFields(skipOptions(text.trim())) ?? [];
  if (type === undefined || base64 === undefined) return { what: "not-a-key" };
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) return { what: "broken" };
  const [inner, ...rest] = readStrings(Buffer.from(base64, "base64"), isCertificate(type) ? 1 : Infinity) ?? [];
  const found = inner?.toString("latin1");
  if (found === undefined || !KEY_TYPES.has(found)) return { what: "broken" };
  if (!(lookUp(SHORT_TYPES, type)?.test(found) ?? type === found)) return { what: "other-type", given: type, found };
  return (lookUp(FIELDS, found) ?? rest.length) === rest.length ? null : { what: "broken" };
}

/** Type and base64, if the line begins with a type that cloud-init accepts. */
function readFields(line: string): string[] | null {
  const fields = line.split(/\s+/, 2);
  return fields.length === 2 && (KEY_TYPES.has(fields[0]!) || Object.hasOwn(SHORT_TYPES, fields[0]!)) ? fields : null;
}

/** Removes the options before the type, in which blanks are quoted (ssh_util.py, _extract_options). */
function skipOptions(line: string): string {
  return line.replace(/^(?:\\"|"(?:\\"|[^"])*"|[^\s"])+/, "").trim();
}

/** A certificate also contains numbers and lists, which are not checked. */
function isCertificate(type: string): boolean {
  return type.includes("-cert-");
}

/** How many fields a key has behind its type (RFC 4253 section 6.6, RFC 5656 section 3.1, OpenSSH's PROTOCOL.u2f). */
const FIELDS: Readonly<Record<string, number>> = {
  "ssh-rsa": 2,
  "ssh-dss": 4,
  "ssh-ed25519": 1,
  "ecdsa-sha2-nistp256": 2,
  "ecdsa-sha2-nistp384": 2,
  "ecdsa-sha2-nistp521": 2,
  "sk-ssh-ed25519@openssh.com": 2,
  "sk-ecdsa-sha2-nistp256@openssh.com": 3,
};

/** The strings of a key, each preceded by its length (RFC 4251 section 5); null if one is truncated. */
function readStrings(bytes: Buffer, most: number): Buffer[] | null {
  const strings: Buffer[] = [];
  let offset = 0;
  while (offset < bytes.length && strings.length < most) {
    if (offset + 4 > bytes.length) return null;
    const end = offset + 4 + bytes.readUInt32BE(offset);
    if (end > bytes.length) return null;
    strings.push(bytes.subarray(offset + 4, end));
    offset = end;
  }
  return strings;
}
