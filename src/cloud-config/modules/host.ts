/** The names, the time, the language and the network of the machine. */
import { anyText, truthyFlag, wordFlag } from "../lenient-types.js";
import {
  anything,
  either,
  flag,
  lenient,
  list,
  mapping,
  names,
  nothing,
  oneOf,
  scalar,
  text,
  type Keys,
} from "../value-type.js";

/** The templates make text of numbers. */
const servers = lenient(list(anyText, { unique: true }), nothing);
const distinctTexts = list(text, { unique: true });

const caCerts = mapping(
  {
    remove_defaults: truthyFlag,
    "remove-defaults": truthyFlag,
    trusted: lenient(list(anyText, { filled: true }), text, nothing),
  },
  { filled: true },
);

export const HOST_SCHEMAS: Keys = {
  hostname: text,
  fqdn: anyText,
  preserve_hostname: wordFlag,
  prefer_fqdn_over_hostname: wordFlag,
  create_hostname_file: wordFlag,
  manage_etc_hosts: lenient(oneOf(true, false, "localhost", "template"), wordFlag),
  manage_resolv_conf: wordFlag,
  resolv_conf: mapping({
    nameservers: list(anything),
    searchdomains: list(anything),
    domain: anyText,
    sortlist: list(anything),
    options: names(anything),
  }),
  ntp: either(
    mapping({
      pools: servers,
      servers,
      peers: servers,
      allow: servers,
      ntp_client: text,
      enabled: wordFlag,
      config: mapping(
        { confpath: text, check_exe: text, packages: distinctTexts, service_name: text, template: text },
        { filled: true },
      ),
    }),
    nothing,
  ),
  timezone: text,
  locale: lenient(either(flag, text), scalar, nothing),
  locale_configfile: anyText,
  keyboard: mapping({ layout: anyText, model: anyText, variant: anyText, options: anyText }, { required: ["layout"] }),
  wireguard: either(
    mapping(
      {
        interfaces: list(mapping({ name: text, config_path: text, content: text }), { filled: true }),
        readinessprobe: distinctTexts,
      },
      { required: ["interfaces"] },
    ),
    nothing,
  ),
  fan: lenient(mapping({ config: text, config_path: text }, { required: ["config"] }), nothing),
  disable_ec2_metadata: wordFlag,
  updates: mapping({
    network: mapping(
      { when: list(oneOf("boot-new-instance", "boot-legacy", "boot", "hotplug")) },
      { required: ["when"] },
    ),
  }),
  ca_certs: caCerts,
  "ca-certs": caCerts,
};
