import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";

/** A `USER:PASSWORD` of `chpasswd.list`, the scalar at `path`, and its line in that scalar. */
export interface PasswordLine {
  text: string;
  path: NodePath;
  line: number;
}

/** The lines that cloud-init splits: each line of a text, without its last line end, or each item of a list. */
export function listPasswordLines({ chpasswd }: Readonly<Record<string, unknown>>): PasswordLine[] {
  const list = isMapping(chpasswd) ? chpasswd["list"] : null;
  const path = ["chpasswd", "list"];
  if (typeof list === "string" && list !== "") {
    const lines = list.replace(/(?:\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/);
    return lines.map((text, index) => ({ text, path, line: index + 1 }));
  }
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.flatMap((text, index) => (typeof text === "string" ? [{ text, path: [...path, index], line: 1 }] : []));
}
