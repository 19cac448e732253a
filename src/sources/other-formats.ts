/** THE table of formats that are often listed by mistake: files that neither cloud-init nor an API server reads. */
import { CLIENT_FORMATS } from "../kube/client-formats.js";
import { isMapping } from "../yaml/is-mapping.js";

/** A format, and how to know it: all the conditions that it has must hold. */
export interface OtherFormat {
  /** What a file of the format is, with its article. */
  format: string;
  /** What was expected in its place. */
  expected: string;
  /** What to do with it instead, in the imperative. */
  advice: string;
  /** Whether folders of sources often have such files, which then can be left out by their names. */
  isExcludable?: true;
  /** Its file name. */
  name?: RegExp;
  /** Its first bytes, each taken for a character. */
  bytes?: RegExp;
  text?: { test: (text: string) => boolean };
  /** One of its YAML or JSON documents, which is where it is reported. */
  document?: (root: unknown) => boolean;
}

const USER_DATA = "user-data";
const MANIFEST = "a Kubernetes manifest";

const HELM = { expected: MANIFEST, advice: "bundle what `helm template` prints" };

const ARCHIVE = { expected: USER_DATA, advice: "unpack it and list its files: only a finished blob is compressed" };

const LEFT_OUT = { expected: USER_DATA, advice: "leave it out", isExcludable: true } as const;

const NETWORK_CONFIG = {
  expected: USER_DATA,
  advice: "pass it to the platform as network-config, or write it to `/etc/netplan` with cloud-config's `write_files`",
};

const UNIT = {
  format: "a systemd unit",
  expected: USER_DATA,
  advice: "write it to `/etc/systemd/system` with cloud-config's `write_files`, and start it in `runcmd`",
};

/** systemd.unit(5) and the pages of its unit types; `X-` begins the sections that systemd itself ignores. */
const UNIT_SECTION = /^(?:Unit|Service|Install|Timer|Socket|Mount|Automount|Swap|Path|Slice|Scope|X-.+)$/;

export const OTHER_FORMATS: readonly OtherFormat[] = [
  { format: "a gzip-compressed file", ...ARCHIVE, bytes: /^\x1f\x8b/ },
  { format: "a zip archive", ...ARCHIVE, bytes: /^PK\x03\x04/ },
  { format: "an xz-compressed file", ...ARCHIVE, bytes: /^\xfd7zXZ\0/ },
  { format: "a tar archive", ...ARCHIVE, bytes: /^[^]{257}ustar/ },
  { format: "documentation", ...LEFT_OUT, name: /^(?:readme|license|changelog)(?:\.txt)?$|\.(?:md|markdown)$/i },
  {
    format: "a private key",
    expected: USER_DATA,
    advice: "keep it out of user-data, which every process on the instance can read",
    text: /^(?:-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY|PuTTY-User-Key-File-)/m,
  },
  {
    format: "the description of a fleet",
    expected: USER_DATA,
    advice: "pass it to `kubeboot fleet`, which makes the blob of each node",
    document: (root) => isMapping(root) && isMapping(root["roles"]) && isMapping(root["nodes"]),
  },
  {
    format: "a finished user-data blob",
    expected: "a source",
    advice: "list the files that it holds, which `kubeboot extract` writes",
    text: /^(?:Content-Type: *(?:multipart|text)\/|MIME-Version:)/i,
  },
  {
    format: "a Quadlet file of Podman",
    expected: USER_DATA,
    advice: "write it to `/etc/containers/systemd` with cloud-config's `write_files`",
    text: withSection(/^(?:Container|Pod|Kube|Volume|Image|Build)$/),
  },
  {
    format: "a file of systemd-networkd",
    expected: USER_DATA,
    advice: "write it to `/etc/systemd/network` with cloud-config's `write_files`",
    name: /\.(?:network|netdev|link)$/i,
    text: withSection(/^(?:Match|Network|NetDev|Link)$/),
  },
  { ...UNIT, text: withSection(UNIT_SECTION) },
  {
    ...UNIT,
    name: /\.(?:service|socket|timer|mount|automount|swap|target|path|slice|scope)$/i,
    // A section, a setting or, in older units, an inclusion, even where one of them is not complete.
    text: { test: (text) => /^(?:\[|\.include\s|[A-Za-z][\w-]*[ \t]*=)/.test(listContentLines(text)[0] ?? "") },
  },
  {
    format: "a template of a Helm chart",
    ...HELM,
    text: /\{\{-?[^{}\n]*(?:\.(?:Values|Release|Chart)\b|\b(?:define|include) ")/,
  },
  { format: "the values of a Helm chart", ...HELM, name: /^values(?:[-.].+)?\.ya?ml$/i, document: isMapping },
  {
    format: "the Chart.yaml of a Helm chart",
    ...HELM,
    document: (root) => hasKeys(root, "apiVersion", "name", "version") && !hasKeys(root, "kind"),
  },
  {
    format: "a kustomization",
    expected: MANIFEST,
    advice: "bundle what `kubectl kustomize FOLDER` prints",
    name: /^kustomization(?:\.ya?ml)?$/i,
    document: (root) => isMapping(root) && !hasKeys(root, "apiVersion"),
  },
  ...CLIENT_FORMATS.map(({ format, advice, matches }) => ({
    format,
    expected: "an object of a Kubernetes API",
    advice,
    document: (root: unknown) => isMapping(root) && matches(root),
  })),
  {
    format: "a Dockerfile",
    ...LEFT_OUT,
    name: /^(?:Dockerfile|Containerfile)(?:\..+)?$|\.Dockerfile$/i,
    text: /^FROM /im,
  },
  {
    format: "Terraform configuration",
    ...LEFT_OUT,
    text: /^(?:(?:resource|data) "[^"\n]*" "[^"\n]*"|(?:variable|output|module|provider) "[^"\n]*"|terraform|locals) \{/m,
  },
  {
    format: "a script for Windows",
    expected: USER_DATA,
    advice: "pass it to the platform alone: another program reads it on Windows",
    text: /^(?:<(?:powershell|script)>|#ps1(?:_sysnative|_x86)?\b|rem cmd\b)/i,
  },
  {
    format: "a Docker Compose file",
    expected: USER_DATA,
    advice: "write it with cloud-config's `write_files`, and start it in `runcmd` with `docker compose up -d`",
    document: (root) => hasItem(root, "services", (service) => hasKeys(service, "image") || hasKeys(service, "build")),
  },
  {
    format: "a workflow of GitHub Actions",
    expected: USER_DATA,
    advice: "leave it out: GitHub reads it from the repository",
    document: (root) => hasItem(root, "jobs", (job) => hasKeys(job, "runs-on") || hasKeys(job, "uses")),
  },
  {
    format: "an Ansible playbook",
    expected: USER_DATA,
    advice: "write it with cloud-config's `write_files`, or name its repository in cloud-config's `ansible`",
    document: (root) => Array.isArray(root) && root.some(isPlay),
  },
  { format: "a netplan or network-config file", ...NETWORK_CONFIG, document: isNetplan },
  { format: "a network-config file", ...NETWORK_CONFIG, document: isNetworkConfig },
  {
    format: "a meta-data file",
    expected: USER_DATA,
    advice: "pass it to the platform as meta-data, beside the user-data",
    document: (root) => hasKeys(root, "instance-id") || hasKeys(root, "local-hostname"),
  },
  {
    format: "an Ignition config",
    expected: USER_DATA,
    advice: "pass it to the platform alone: Ignition reads it in place of cloud-init",
    document: (root) => isMapping(root) && hasKeys(root["ignition"], "version"),
  },
  {
    format: "a Butane config",
    expected: USER_DATA,
    advice: "translate it with `butane`, and pass the result to the platform alone",
    document: (root) => hasKeys(root, "variant", "version"),
  },
  {
    format: "a file of environment variables",
    expected: USER_DATA,
    advice: "write it with cloud-config's `write_files`; a script needs `#!/bin/sh` as its first line",
    text: { test: isEnvironment },
  },
];

function hasKeys(value: unknown, ...keys: readonly string[]): boolean {
  return isMapping(value) && keys.every((key) => key in value);
}

/** Whether the mapping at `key` has a value that `matches`. */
function hasItem(root: unknown, key: string, matches: (item: unknown) => boolean): boolean {
  return isMapping(root) && isMapping(root[key]) && Object.values(root[key]).some(matches);
}

function isPlay(item: unknown): boolean {
  if (hasKeys(item, "import_playbook") || hasKeys(item, "ansible.builtin.import_playbook")) return true;
  return (
    hasKeys(item, "hosts") && ["tasks", "roles", "pre_tasks", "handlers", "vars"].some((key) => hasKeys(item, key))
  );
}

/** With other keys beside it, `network` may stand in cloud-config. */
function isNetplan(root: unknown): boolean {
  return isMapping(root) && isMapping(root["network"]) && Object.keys(root).length === 1;
}

/** The two versions of cloud-init's own format, without a root key `network` (net/network_state.py). */
function isNetworkConfig(root: unknown): boolean {
  if (!isMapping(root)) return false;
  if (root["version"] === 1) return Array.isArray(root["config"]);
  return root["version"] === 2 && ["ethernets", "bonds", "bridges", "vlans", "wifis"].some((key) => hasKeys(root, key));
}

/** Lines of KEY=VALUE alone, among comments and blank lines. */
function isEnvironment(text: string): boolean {
  const lines = listContentLines(text);
  return lines.length > 0 && lines.every((line) => /^(?:export )?[A-Za-z_]\w*=/.test(line));
}

/** Knows a text that begins with a `[Section]`, one of which has the name. */
function withSection(name: RegExp): { test: (text: string) => boolean } {
  const test = (text: string): boolean => {
    const sections = listContentLines(text).map((line) => /^\[([^\]]+)\]\s*$/.exec(line)?.[1]?.trim());
    return sections[0] !== undefined && sections.some((section) => section !== undefined && name.test(section));
  };
  return { test };
}

function listContentLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => !/^\s*(?:[#;]|$)/.test(line));
}
