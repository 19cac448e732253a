/** What belongs to one distribution, its maker's services, or one kind of machine. */
import { anyInteger, anyText, wordFlag } from "../lenient-types.js";
import {
  anything,
  either,
  flag,
  integer,
  lenient,
  mapping,
  names,
  nothing,
  oneOf,
  text,
  textLike,
  texts,
  type Keys,
  type ValueType,
} from "../value-type.js";

const textOrNothing = either(text, nothing);

const ubuntuPro = mapping({
  enable: texts,
  enable_beta: texts,
  token: text,
  features: mapping({ disable_auto_attach: flag }),
  config: mapping(
    {
      http_proxy: textOrNothing,
      https_proxy: textOrNothing,
      global_apt_http_proxy: textOrNothing,
      global_apt_https_proxy: textOrNothing,
      ua_apt_http_proxy: textOrNothing,
      ua_apt_https_proxy: textOrNothing,
    },
    { others: anything },
  ),
});

const lxd = mapping(
  {
    init: mapping({
      network_address: text,
      network_port: anyInteger,
      storage_backend: oneOf("zfs", "dir", "lvm", "btrfs"),
      storage_create_device: text,
      storage_create_loop: anyInteger,
      storage_pool: text,
      trust_password: text,
    }),
    bridge: mapping(
      {
        mode: oneOf("none", "existing", "new"),
        name: text,
        mtu: lenient(integer({ min: -1 }), textLike(/^\d+$/, "a whole number")),
        ipv4_address: text,
        ipv4_netmask: anyInteger,
        ipv4_dhcp_first: text,
        ipv4_dhcp_last: text,
        ipv4_dhcp_leases: anyInteger,
        ipv4_nat: wordFlag,
        ipv6_address: text,
        ipv6_netmask: anyInteger,
        ipv6_nat: wordFlag,
        domain: text,
      },
      { required: ["mode"] },
    ),
    preseed: text,
  },
  { filled: true },
);

const landscapeClient = mapping(
  {
    url: anyText,
    ping_url: anyText,
    data_path: anyText,
    log_level: oneOf("debug", "info", "warning", "error", "critical"),
    computer_title: anyText,
    account_name: anyText,
    registration_key: anyText,
    tags: textLike(/^[-_0-9a-zA-Z]+(?:,[-_0-9a-zA-Z]+)*$/, "words with commas between them, without blanks"),
    http_proxy: anyText,
    https_proxy: anyText,
  },
  { required: ["account_name", "computer_title"], others: anything },
);

/** The keys that were written with a dash until 25.3, and either way since. */
const subscriptionKeys: Keys = {
  activation_key: anyText,
  auto_attach: wordFlag,
  service_level: anyText,
  add_pool: texts,
  enable_repo: texts,
  disable_repo: texts,
  rhsm_baseurl: text,
  server_hostname: text,
};

const dashed = (key: string): string => key.replaceAll("_", "-");

const subscription = mapping(
  {
    username: anyText,
    password: anyText,
    org: either(text, integer()),
    release_version: text,
    ...subscriptionKeys,
    ...Object.fromEntries(
      Object.entries(subscriptionKeys).map(([key, type]): [string, ValueType] => [dashed(key), type]),
    ),
  },
  { apart: Object.keys(subscriptionKeys).map((key): [string, string] => [key, dashed(key)]) },
);

const raspberryInterfaces = mapping(
  {
    spi: flag,
    i2c: flag,
    serial: either(flag, mapping({ console: flag, hardware: flag }, { others: anything })),
    onewire: flag,
  },
  { others: anything },
);

export const VENDOR_SCHEMAS: Keys = {
  autoinstall: mapping({ version: integer() }, { required: ["version"], others: anything }),
  byobu_by_default: oneOf(
    "enable-system",
    "enable-user",
    "disable-system",
    "disable-user",
    "enable",
    "disable",
    "user",
    "system",
  ),
  drivers: mapping({
    nvidia: mapping({ "license-accepted": wordFlag, version: anyText }, { required: ["license-accepted"] }),
  }),
  "grub-dpkg": names(anything),
  landscape: mapping({ client: landscapeClient }, { required: ["client"] }),
  lxd: lenient(lxd, nothing),
  rh_subscription: subscription,
  rpi: mapping({ interfaces: raspberryInterfaces, enable_usb_gadget: flag }, { others: anything }),
  spacewalk: mapping({ server: anyText, proxy: anyText, activation_key: anyText }),
  ubuntu_advantage: lenient(ubuntuPro, nothing),
  ubuntu_pro: lenient(ubuntuPro, nothing),
};
