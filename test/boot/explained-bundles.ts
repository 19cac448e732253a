/** THE table of bundles whose boots are compared with what `explain` says. Each command, script and boothook says its name. */
import type { BundleOptions, SourceInput } from "../../src/index.ts";

/** A bundle to boot. */
export interface BootedBundle {
  what: string;
  sources: readonly SourceInput[];
  options?: BundleOptions;
  /** Whether it is booted a second time. */
  again?: boolean;
  /** Whether its scripts don't say their names. */
  silent?: boolean;
}

const config = (name: string, text: string): SourceInput => ({ name, content: `#cloud-config\n${text}` });

const script = (name: string, type?: string): SourceInput => {
  const content = `#!/bin/sh\nsay \${0##*/}\n`;
  return type === undefined ? { name, content } : { name, content, type: `text/x-shellscript-${type}` };
};

const boothook = (name: string): SourceInput => ({ name, content: `#cloud-boothook\n#!/bin/sh\nsay ${name}\n` });

const POD = {
  name: "pod.yaml",
  content: "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n",
};
const SPACE = { name: "space.yaml", content: "apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n" };

const JOIN = "list(append)+dict(recurse_list)+str()";

const LISTS = [
  config(
    "a.cfg",
    "hostname: x\nbootcmd: [say b1]\nruncmd: [say r1, say r2]\nwrite_files: [{path: /etc/kept/a, content: a}]\n",
  ),
  config(
    "b.cfg",
    "hostname: web1\nbootcmd: [say b2]\nruncmd: [say r3]\nwrite_files: [{path: /etc/kept/b, content: b}]\n",
  ),
];

export const BUNDLES: readonly BootedBundle[] = [
  { what: "scripts, by name", sources: [script("b.sh"), script("a.sh"), script("c.sh")] },
  {
    what: "runcmd among scripts",
    sources: [script("a.sh"), config("c.cfg", "runcmd: [say r]\n"), script("s.sh")],
    again: true,
  },
  {
    what: "boothooks before bootcmd",
    sources: [config("c.cfg", "bootcmd: [say b]\n"), boothook("h.txt"), boothook("a.txt")],
    again: true,
  },
  {
    what: "scripts of all frequencies",
    sources: [script("u.sh"), script("i.sh", "per-instance"), script("b.sh", "per-boot"), script("o.sh", "per-once")],
    again: true,
  },
  {
    what: "files, and deferred ones",
    sources: [
      config(
        "c.cfg",
        "write_files:\n- {path: /etc/kept/a, content: a}\n- {path: /etc/kept/b, content: b, defer: true}\n- {path: /etc/kept/c, content: c}\n",
      ),
      script("s.sh"),
    ],
    again: true,
  },
  { what: "two cloud-configs of which the last wins", sources: LISTS, again: true },
  { what: "cloud-configs that are joined", sources: LISTS, options: { mergeType: JOIN } },
  {
    what: "cloud-configs whose lists are put in front",
    sources: LISTS,
    options: { mergeType: "list(prepend)+dict(recurse_list)" },
  },
  {
    what: "cloud-configs of which the first wins",
    sources: LISTS,
    options: { mergeType: "dict(no_replace)+list(no_replace)" },
  },
  {
    what: "cloud-configs merged by index",
    sources: LISTS,
    options: { mergeType: "dict(recurse_list)+list(replace,recurse_dict)" },
  },
  { what: "text that is appended", sources: LISTS, options: { mergeType: "dict(recurse_str)+str(append)" } },
  {
    what: "a merge type in the body",
    sources: [LISTS[0]!, config("b.cfg", `merge_how: ${JOIN}\nruncmd: [say r3]\nhostname: web1\n`)],
  },
  { what: "cloud-configs that are merged into one", sources: LISTS, options: { merge: JOIN } },
  {
    what: "a template",
    sources: [
      {
        name: "t.cfg",
        content: "## template: jinja\n#cloud-config\nruncmd:\n{% for each in [1, 2] %}- say r{{ each }}\n{% endfor %}",
      },
      { name: "t.sh", content: "## template: jinja\n#!/bin/sh\n{% if true %}say ${0##*/}{% endif %}\n" },
    ],
  },
  {
    what: "an archive",
    sources: [
      {
        name: "a.txt",
        content:
          '#cloud-config-archive\n- type: text/x-shellscript\n  filename: a.sh\n  content: "#!/bin/sh\\nsay a.sh\\n"\n- "#cloud-config\\nruncmd: [say r]\\n"\n',
      },
    ],
  },
  { what: "kept manifests", sources: [POD, SPACE, boothook("h.txt"), script("s.sh")], again: true },
  {
    what: "manifests in a folder",
    sources: [POD, SPACE],
    options: { handler: "directory", manifestDir: "/var/lib/manifests" },
  },
  {
    what: "manifests that the boot waits for",
    sources: [POD, config("c.cfg", "bootcmd: [say b]\n")],
    options: { handler: "direct" },
  },
  {
    what: "a broken cloud-config among good ones",
    sources: [LISTS[0]!, config("broken.cfg", "runcmd: [\n"), config("list.cfg", "- a\n"), script("s.sh")],
  },
  {
    what: "a merge type that cloud-init refuses",
    sources: [LISTS[0]!, config("b.cfg", "merge_how: set()\nruncmd: [say r3]\n")],
  },
  {
    what: "host name, hosts, users and time zone",
    sources: [
      config(
        "c.cfg",
        "hostname: web1\nfqdn: web1.example.com\nmanage_etc_hosts: true\ntimezone: Europe/Berlin\ngroups: [ops]\nusers: [default, {name: bob, groups: ops}]\nssh_authorized_keys: [ssh-ed25519 AAAA bob]\n",
      ),
    ],
    again: true,
  },
  {
    what: "packages, the message, and the restart",
    sources: [
      config(
        "c.cfg",
        "packages: [foo, [bar, 1.0]]\npackage_update: true\nfinal_message: bye\npower_state: {mode: reboot}\nphone_home: {url: 'http://127.0.0.1:9/', tries: 1}\n",
      ),
    ],
    again: true,
  },
  {
    what: "lists of modules in cloud-config",
    sources: [
      config(
        "c.cfg",
        "cloud_final_modules: [scripts-user, [write-files-deferred, always]]\ncloud_init_modules: [write-files, bootcmd]\nbootcmd: [say b]\nruncmd: [say r]\nwrite_files: [{path: /etc/kept/a, content: a}, {path: /etc/kept/b, content: b, defer: true}]\n",
      ),
      script("z.sh"),
      script("b.sh", "per-boot"),
    ],
    again: true,
  },
  {
    what: "values that YAML 1.1 reads its own way",
    sources: [
      config(
        "c.cfg",
        "write_files:\n- {path: /etc/kept/a, content: 'yes', permissions: 0644}\n- {path: /etc/kept/b, content: '1:30', append: on}\nruncmd:\n- [say, 0o17, 2026-11-26, 1.10, no, 010, 1e3]\n",
      ),
    ],
  },
  {
    what: "commands that are null",
    sources: [config("c.cfg", "bootcmd: [null, say b]\nruncmd:\n-\n- say r\n- [say, 1, null, true]\n"), script("z.sh")],
    again: true,
  },
  {
    what: "commands that are numbers",
    sources: [config("c.cfg", "bootcmd: [say b, 5]\nruncmd: [say r, {a: b}]\n"), script("z.sh")],
  },
  {
    what: "commands that are one text",
    sources: [config("c.cfg", "bootcmd: say b\nruncmd: say r\n"), script("z.sh")],
  },
  { what: "commands that are none", sources: [config("c.cfg", "bootcmd: []\nruncmd: [null]\n"), script("z.sh")] },
  {
    what: "files with odd values, of which one has no text",
    sources: [
      config(
        "c.cfg",
        `write_files:
- {content: a}
- {path: /etc/kept/b, content: b, permissions: rw}
- {path: /etc/kept/c, content: c, defer: "yes"}
- {path: /etc/kept/d, content: d, defer: maybe, append: "on"}
- {path: "", content: e}
- {path: /etc/kept/x/../f, content: YQ==, encoding: b64}
- {path: /etc/kept/g, content: g, permissions: 420.0}
- {path: /etc/kept/h, content: !!binary aGVsbG8=}
- {path: /etc/kept/i}
- {path: /etc/kept/j, content: null}
- {path: /etc/kept/k, content: k}
`,
      ),
    ],
  },
  {
    what: "names of scripts",
    sources: [script("a/b.sh"), script("..c.sh"), script("é.sh"), script("x y.sh"), script("Z.sh"), script("_.sh")],
  },
];
