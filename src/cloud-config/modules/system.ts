/** What cloud-init itself does: logs, reports, entropy, the end of the boot, the order of its modules. */
import { anyInteger, anyText } from "../lenient-types.js";
import {
  anything,
  either,
  flag,
  integer,
  lenient,
  list,
  mapping,
  names,
  nothing,
  number,
  oneOf,
  scalar,
  text,
  textLike,
  texts,
  variants,
  type Keys,
} from "../value-type.js";
import { moduleName } from "./module-names.js";

const modules = list(either(moduleName, list(anything)));

/** What is in it the checks of merge types say. */
const mergers = either(scalar, nothing, names(anything), list(anything, { filled: true }));

const log = either(text, list(text, { least: 2, most: 2 }), mapping({ output: text, error: text }));

const reporter = variants(
  "type",
  {
    log: mapping({
      type: text,
      level: lenient(
        oneOf("DEBUG", "INFO", "WARN", "ERROR", "FATAL"),
        textLike(/^(?:debug|info|warn|warning|error|critical|fatal)$/i, "a level"),
      ),
    }),
    print: mapping({ type: text }),
    webhook: mapping(
      {
        type: text,
        endpoint: text,
        consumer_key: text,
        token_key: text,
        token_secret: text,
        consumer_secret: text,
        timeout: number({ min: 0 }),
        retries: integer({ min: 0 }),
      },
      { required: ["endpoint"] },
    ),
    hyperv: mapping({ type: text, kvp_file_path: text, event_types: texts }),
  },
  null,
);

const posted = oneOf("pub_key_rsa", "pub_key_ecdsa", "pub_key_ed25519", "instance_id", "hostname", "fqdn");

export const SYSTEM_SCHEMAS: Keys = {
  cloud_init_modules: modules,
  cloud_config_modules: modules,
  cloud_final_modules: modules,
  "launch-index": anyInteger,
  merge_how: mergers,
  merge_type: mergers,
  system_info: names(anything),
  output: mapping({ all: log, init: log, config: log, final: log }),
  reporting: names(reporter),
  rsyslog: mapping({
    config_dir: text,
    config_filename: text,
    configs: list(either(text, mapping({ filename: text, content: text }, { required: ["content"] }))),
    remotes: names(anything),
    service_reload_command: either(oneOf("auto"), texts),
    install_rsyslog: flag,
    check_exe: text,
    packages: list(text, { unique: true }),
  }),
  random_seed: mapping({
    file: text,
    data: text,
    encoding: lenient(
      oneOf("raw", "base64", "b64", "gzip", "gz"),
      textLike(/^(?:raw|base64|b64|gzip|gz)$/i, "an encoding"),
    ),
    command: texts,
    command_required: flag,
  }),
  phone_home: mapping(
    { url: text, post: either(oneOf("all"), list(posted)), tries: anyInteger },
    { required: ["url"] },
  ),
  power_state: lenient(
    mapping(
      {
        delay: either(integer({ min: 0 }), oneOf("now"), textLike(/^\+?[0-9]+$/, "a number of minutes")),
        mode: oneOf("poweroff", "reboot", "halt"),
        message: text,
        timeout: lenient(integer(), number(), textLike(/^\d+(?:\.\d+)?$/, "a number of seconds")),
        condition: either(text, flag, list(anything)),
      },
      { required: ["mode"] },
    ),
    nothing,
  ),
  final_message: anyText,
  vendor_data: mapping({
    enabled: lenient(either(flag, text), integer({ min: 0 })),
    prefix: either(text, list(either(text, integer()))),
  }),
};
