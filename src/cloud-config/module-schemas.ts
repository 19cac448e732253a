/** THE table of what the common modules of cloud-config accept. */
import { any, either, flag, list, mapping, mode, names, nothing, number, text, type ValueType } from "./value-type.js";

const texts = list(text);
const textOrTexts = either(text, texts);
/** A command: a line for the shell, or a program and its arguments. */
const command = either(text, texts);

const user = mapping({
  name: text,
  create_groups: flag,
  doas: texts,
  expiredate: any,
  gecos: text,
  groups: either(text, texts, names(any)),
  hashed_passwd: text,
  homedir: text,
  inactive: any,
  lock_passwd: flag,
  no_create_home: flag,
  no_log_init: flag,
  no_user_group: flag,
  passwd: text,
  plain_text_passwd: text,
  primary_group: text,
  selinux_user: text,
  shell: text,
  snapuser: text,
  ssh_authorized_keys: texts,
  ssh_import_id: texts,
  ssh_redirect_user: flag,
  sudo: either(text, texts, flag, nothing),
  system: flag,
  uid: either(number, text),
  "create-groups": any,
  "hashed-passwd": any,
  "lock-passwd": any,
  "no-create-home": any,
  "no-log-init": any,
  "no-user-group": any,
  "plain-text-passwd": any,
  "primary-group": any,
  "selinux-user": any,
  "ssh-authorized-keys": any,
  "ssh-import-id": any,
  "ssh-redirect-user": any,
});

const aptMirror = list(
  mapping({
    arches: texts,
    uri: text,
    search: texts,
    search_dns: flag,
    keyid: text,
    key: text,
    keyserver: text,
  }),
);

const aptSource = mapping({
  source: text,
  keyid: text,
  key: text,
  keyserver: text,
  filename: text,
  append: flag,
});

const caCerts = mapping({ remove_defaults: flag, "remove-defaults": flag, trusted: texts });

/**
 * Key → its type, if both the schema of 22.4 and that of 26.2 (config/schemas) reject anything else; `any` if they
 * differ. Nested keys of a mapping are those that either of them knows.
 */
export const MODULE_SCHEMAS: Readonly<Record<string, ValueType>> = {
  users: either(text, list(either(text, texts, user)), names(any)),
  user: either(text, user),
  groups: either(text, list(either(text, names(any))), names(any)),
  write_files: list(
    mapping({
      path: text,
      content: text,
      owner: text,
      permissions: mode,
      encoding: text,
      append: flag,
      defer: flag,
      source: mapping({ uri: text, headers: names(any) }),
    }),
  ),
  runcmd: list(either(text, texts, nothing)),
  bootcmd: list(command),
  packages: list(either(text, texts, mapping({ apt: list(textOrTexts), snap: list(textOrTexts) }))),
  package_update: flag,
  package_upgrade: flag,
  package_reboot_if_required: flag,
  ssh_authorized_keys: texts,
  ssh_keys: names(text),
  ssh_deletekeys: flag,
  ssh_genkeytypes: texts,
  ssh_import_id: texts,
  ssh_pwauth: either(flag, text),
  ssh_quiet_keygen: flag,
  disable_root: flag,
  disable_root_opts: text,
  ntp: either(
    mapping({
      pools: texts,
      servers: texts,
      peers: texts,
      allow: texts,
      ntp_client: text,
      enabled: flag,
      config: mapping({ confpath: text, check_exe: text, packages: texts, service_name: text, template: text }),
    }),
    nothing,
  ),
  mounts: list(list(any)),
  mount_default_fields: list(any),
  swap: mapping({ filename: text, size: either(text, number), maxsize: either(text, number) }),
  device_aliases: names(text),
  disk_setup: names(
    mapping({ table_type: text, layout: either(text, flag, list(either(number, list(any)))), overwrite: flag }),
  ),
  fs_setup: list(
    mapping({
      label: text,
      filesystem: text,
      device: text,
      partition: either(text, number),
      overwrite: flag,
      replace_fs: text,
      extra_opts: textOrTexts,
      cmd: textOrTexts,
    }),
  ),
  growpart: mapping({ mode: either(text, flag), devices: texts, ignore_growroot_disabled: flag }),
  apt: mapping({
    preserve_sources_list: flag,
    disable_suites: texts,
    primary: aptMirror,
    security: aptMirror,
    add_apt_repo_match: text,
    debconf_selections: names(text),
    sources_list: text,
    conf: text,
    proxy: text,
    http_proxy: text,
    https_proxy: text,
    ftp_proxy: text,
    sources: names(aptSource),
  }),
  yum_repo_dir: text,
  yum_repos: names(names(any)),
  chpasswd: mapping({
    expire: flag,
    list: textOrTexts,
    users: list(mapping({ name: text, type: text, password: text })),
  }),
  password: text,
  hostname: text,
  fqdn: text,
  preserve_hostname: flag,
  prefer_fqdn_over_hostname: flag,
  timezone: text,
  locale: either(text, flag),
  locale_configfile: text,
  power_state: mapping({
    delay: either(number, text),
    mode: text,
    message: text,
    timeout: number,
    condition: either(text, flag, list(any)),
  }),
  ca_certs: caCerts,
  "ca-certs": caCerts,
  snap: mapping({
    assertions: either(texts, names(text)),
    commands: either(list(command), names(command)),
  }),
  rsyslog: mapping({
    config_dir: text,
    config_filename: text,
    configs: list(either(text, mapping({ filename: text, content: text }))),
    remotes: names(any),
    service_reload_command: either(text, texts),
    install_rsyslog: flag,
    check_exe: text,
    packages: texts,
  }),
  final_message: text,
  keyboard: mapping({ layout: text, model: text, variant: text, options: text }),
};
