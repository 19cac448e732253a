/** Packages, and where they come from. */
import { anyText, truthyFlag, wordFlag } from "../lenient-types.js";
import {
  anything,
  either,
  flag,
  integer,
  lenient,
  like,
  list,
  mapping,
  names,
  nothing,
  oneOf,
  scalar,
  text,
  textLike,
  type Keys,
} from "../value-type.js";
import { strictCommand } from "./commands.js";

/** A name, or a name and a version. */
const packageItem = either(text, list(anyText, { least: 2, most: 2 }));
const packages = either(packageItem, mapping({ apt: list(packageItem), snap: list(packageItem) }));

const aptMirror = list(
  mapping(
    {
      arches: lenient(list(text, { filled: true }), text),
      uri: text,
      search: list(text, { filled: true }),
      search_dns: truthyFlag,
      keyid: text,
      key: text,
      keyserver: text,
    },
    { required: ["arches"] },
  ),
  { filled: true },
);

const aptSource = mapping(
  { source: text, keyid: text, key: text, keyserver: text, filename: text, append: truthyFlag },
  { filled: true },
);

const yumRepository = mapping(
  { baseurl: anyText, metalink: anyText, mirrorlist: anyText, name: anyText, enabled: wordFlag },
  {
    atLeastOne: ["baseurl", "metalink", "mirrorlist"],
    others: lenient(either(integer(), flag, text), scalar),
    othersForm: like(/^[0-9a-zA-Z_]+$/, "letters, digits and underscores"),
  },
);

const alpineRepository = mapping(
  { base_url: anyText, community_enabled: truthyFlag, testing_enabled: truthyFlag, version: anyText },
  { required: ["version"] },
);

const apkRepositories = mapping(
  {
    preserve_repositories: wordFlag,
    alpine_repo: either(alpineRepository, nothing),
    local_repo_base_url: anyText,
  },
  { filled: true },
);

const yumRepositories = names(yumRepository, {
  filled: true,
  form: like(/^[0-9a-zA-Z -_]+$/, "ASCII characters"),
});

const zypper = mapping(
  {
    repos: list(mapping({ id: text, baseurl: text }, { required: ["id", "baseurl"], others: anything }), {
      filled: true,
    }),
    config: names(anything),
  },
  { filled: true, others: anything },
);

/** Each command is run as it is, so that its arguments must be text. */
const snap = mapping(
  {
    assertions: either(list(text, { filled: true, unique: true }), names(text, { filled: true })),
    commands: either(list(strictCommand, { filled: true }), names(strictCommand, { filled: true })),
  },
  { filled: true },
);

export const PACKAGE_SCHEMAS: Keys = {
  packages: lenient(list(packages, { filled: true }), textLike(/^\S+$/, "a package"), nothing),
  package_update: wordFlag,
  package_upgrade: wordFlag,
  package_reboot_if_required: wordFlag,
  apt_update: wordFlag,
  apt_upgrade: wordFlag,
  apt_reboot_if_required: wordFlag,
  apt_pipelining: lenient(
    either(integer(), flag, oneOf("os", "none", "unchanged")),
    textLike(/^(?:false|os|none|unchanged|[0-5])$/i, "a depth"),
    nothing,
  ),
  apt: mapping(
    {
      preserve_sources_list: wordFlag,
      disable_suites: list(text, { filled: true, unique: true }),
      primary: aptMirror,
      security: aptMirror,
      add_apt_repo_match: text,
      debconf_selections: names(text, { filled: true }),
      sources_list: text,
      conf: text,
      proxy: anyText,
      http_proxy: anyText,
      https_proxy: anyText,
      ftp_proxy: anyText,
      sources: names(aptSource),
    },
    { filled: true },
  ),
  apk_repos: lenient(apkRepositories, nothing),
  yum_repo_dir: anyText,
  yum_repos: lenient(yumRepositories, nothing),
  zypper: lenient(zypper, nothing),
  snap: lenient(snap, nothing),
};
