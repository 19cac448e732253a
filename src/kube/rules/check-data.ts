/** What an API server rejects in a Secret or a ConfigMap (kubernetes, ValidateSecret and ValidateConfigMap). */
import { isMapping } from "../../yaml/is-mapping.js";
import { at, entriesAt, has, textAt, type Cursor } from "./cursor.js";
import { forbid, forbidEmpty } from "./values.js";

const KEY = /^[-._A-Za-z0-9]{1,253}$/;

/** The server ignores the ends of lines in base64, as Go's decoder does. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Checks a ConfigMap. */
export function checkConfigMap(object: Cursor): void {
  for (const key of ["data", "binaryData"]) checkKeys(at(object, key));
  checkBase64(at(object, "binaryData"));
  for (const [key] of entriesAt(object, "binaryData"))
    forbid(at(object, "data"), key, "in `data` and in `binaryData`", "rename one of the two");
}

/** Checks a Secret, and what its type asks for. */
export function checkSecret(object: Cursor): void {
  for (const key of ["data", "stringData"]) checkKeys(at(object, key));
  checkBase64(at(object, "data"));
  checkType(object);
}

function checkKeys(data: Cursor): void {
  for (const [key, each] of entriesAt(data)) {
    if (KEY.test(key) && key !== "." && !key.startsWith("..")) continue;
    const rule = "letters, digits, `-`, `_` and `.`, without `..` at the start";
    each.complain("v1-name", each.path, { key: "key", name: key, rule, valid: suggestKey(key) });
  }
}

function suggestKey(key: string): string | null {
  const valid = (key.match(/[-._A-Za-z0-9]+/g) ?? []).join("-").replace(/^\.+/, "");
  return KEY.test(valid) ? valid : null;
}

function checkBase64(data: Cursor): void {
  for (const [key, { value, path, complain }] of entriesAt(data)) {
    if (typeof value === "string" && !BASE64.test(value.replace(/[\r\n]/g, ""))) {
      complain("v1-base64", path, { key, plain: path.at(-2) === "data" ? "stringData" : "data" });
    }
  }
}

const SSH = "kubernetes.io/ssh-auth";
const SSH_KEY = "ssh-privatekey";

/** The keys of each type: all of one of the lists. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  [SSH]: [SSH_KEY],
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
};

const TOKEN_OF = "kubernetes.io/service-account.name";

function checkType(object: Cursor): void {
  const type = textAt(object, "type") ?? "";
  const keys = Object.hasOwn(TYPES, type) ? TYPES[type]! : [];
  for (const key of keys) if (!hasKey(object, key)) object.complain("v1-required", object.path, { key });
  if (type === SSH) for (const list of ["data", "stringData"]) forbidEmpty(at(object, list, SSH_KEY));
  if (type.startsWith("kubernetes.io/docker")) for (const key of keys) checkJson(object, key);
  if (type === "kubernetes.io/basic-auth" && !["username", "password"].some((key) => hasKey(object, key))) {
    object.complain("v1-required", object.path, { key: "username", others: ["password"] });
  }
  if (
    type === "kubernetes.io/service-account-token" &&
    (textAt(object, "metadata", "annotations", TOKEN_OF) ?? "") === ""
  ) {
    object.complain("v1-required", ["metadata"], { key: `annotations: ${TOKEN_OF}` });
  }
}

function hasKey(object: Cursor, key: string): boolean {
  return has(object, "data", key) || has(object, "stringData", key);
}

/** The credentials of a registry are a mapping in JSON. */
function checkJson(object: Cursor, key: string): void {
  const plain = at(object, "stringData", key);
  const encoded = textAt(object, "data", key);
  const text = textAt(plain) ?? (encoded === null ? null : Buffer.from(encoded, "base64").toString());
  if (text === null || isJsonMapping(text)) return;
  const path = textAt(plain) === null ? ["data", key] : plain.path;
  object.complain("v1-json", path, { key });
}

function isJsonMapping(text: string): boolean {
  try {
    return isMapping(JSON.parse(text));
  } catch {
    return false;
  }
}
