/** Content without a type → the keys in it by which it is cloud-config, if it is. */
import { KNOWN_KEYS } from "../cloud-config/config-keys.js";
import { readManifestContent } from "../kube/read-objects.js";
import { isMapping } from "../yaml/is-mapping.js";

/** The keys of cloud-config that other programs have in their files as well. */
const SHARED_KEYS: ReadonlySet<string> = new Set([
  "ansible",
  "chef",
  "hostname",
  "keyboard",
  "locale",
  "mounts",
  "puppet",
  "ssh",
  "timezone",
]);

/** Those that on their own say nothing. */
const VAGUE_KEYS: ReadonlySet<string> = new Set(
  `datasource drivers features groups network output password reporting swap system_info updates user
  warnings`.split(/\s+/),
);

/**
 * The known keys at the root, or none where it does not look like cloud-config. It does where there are no other keys,
 * unless the one that there is is vague, and where half of the keys are known and one is cloud-config's own.
 */
export function findConfigKeys(content: Uint8Array): string[] {
  const keys = listRootKeys(content);
  // Files of many programs have a version.
  const known = keys.filter((key) => KNOWN_KEYS.has(key) && key !== "version");
  const telling = known.filter((key) => !VAGUE_KEYS.has(key));
  const isLike =
    known.length === keys.length
      ? known.length >= 2 || telling.length > 0
      : known.length * 2 >= keys.length && telling.some((key) => !SHARED_KEYS.has(key));
  return isLike ? known : [];
}

function listRootKeys(content: Uint8Array): string[] {
  const { documents, problem } = readManifestContent(content);
  if (problem) return listKeyLines(new TextDecoder().decode(content));
  const [root, ...others] = documents.map(({ value }) => value).filter((value) => value !== null);
  return others.length === 0 && isMapping(root) ? Object.keys(root) : [];
}

/** In YAML that breaks, the lines that do not begin with a blank begin with the keys of the root: so does the first. */
function listKeyLines(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => !/^(?:\s|#|---|$)/.test(line));
  const keys = lines.map((line) => /^["']?([\w-]+)["']?\s*:(?:\s|$)/.exec(line)?.[1]);
  return keys[0] === undefined ? [] : keys.filter((key) => key !== undefined);
}
