import { listUsers } from "../../cloud-config/list-users.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { findSshKeyProblem } from "../../cloud-config/ssh-key.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

export const sshKeys: Check = {
  codes: ["ssh-key"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter(isCloudConfig)
      .flatMap((part) => listKeys(rootOf(part)).flatMap(([path, text]) => checkKey(part, path, text))),
};

type KeyAt = readonly [path: NodePath, text: string];

function listKeys(root: Readonly<Record<string, unknown>>): KeyAt[] {
  const holders = [{ path: [], user: root }, ...listUsers(root)];
  return holders.flatMap(({ path, user }) =>
    ["ssh_authorized_keys", "ssh-authorized-keys"].flatMap((key) => listTexts([...path, key], user[key])),
  );
}

/** One text, a list, or a mapping (distros/__init__.py, create_user). */
function listTexts(path: NodePath, value: unknown): KeyAt[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, index) => listTexts([...path, index], each));
  return isMapping(value) ? Object.entries(value).flatMap(([key, each]) => listTexts([...path, key], each)) : [];
}

/** The first wrong line of a text: sshd reads each line as a separate key. */
function checkKey(part: Part, path: NodePath, value: string): Finding[] {
  if (/\.\.\.|…|[<>{}$%]/.test(value)) return [];
  const lines = value.split(/\r\n|\r|\n/);
  for (const [index, text] of lines.entries()) {
    const problem = /^\s*(?:#|$)/.test(text) ? null : findSshKeyProblem(text);
    if (problem === null) continue;
    const location = locationOf(part, readConfig(part).locateInside(path, { line: index + 1 }));
    return [finding("ssh-key", location, { ...problem, text: text.trim() })];
  }
  return [];
}
