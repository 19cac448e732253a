/** Users, groups and passwords. */
import { anyText, textOrNull, truthyFlag, wordFlag } from "../lenient-types.js";
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
  text,
  textLike,
  texts,
  variants,
  type Keys,
  type ValueType,
} from "../value-type.js";
import { isDate } from "../is-date.js";

const someTexts = list(text, { filled: true });
const date = textLike(isDate, "a date such as 2030-12-31");
/** One name, a list of them, or names with commas between them. */
const importIds = lenient(someTexts, text);

/** The keys with an underscore, which all releases take with a dash, too (distros/ug_util.py). */
const joinedKeys: Keys = {
  create_groups: truthyFlag,
  hashed_passwd: anyText,
  lock_passwd: truthyFlag,
  no_create_home: truthyFlag,
  no_log_init: truthyFlag,
  no_user_group: truthyFlag,
  plain_text_passwd: anyText,
  primary_group: textOrNull,
  selinux_user: textOrNull,
  ssh_authorized_keys: lenient(someTexts, text, names(text)),
  ssh_import_id: importIds,
  ssh_redirect_user: lenient(flag, oneOf("default")),
};

/** Text and nothing else: what is a number is left out (distros/__init__.py, add_user). */
const userKeys: Keys = {
  name: text,
  snapuser: text,
  doas: someTexts,
  expiredate: lenient(date, nothing),
  gecos: textOrNull,
  groups: lenient(either(text, someTexts, names(nothing)), nothing),
  homedir: textOrNull,
  inactive: textOrNull,
  passwd: textOrNull,
  shell: textOrNull,
  sudo: either(text, list(either(text, nothing)), flag, nothing),
  system: truthyFlag,
  uid: either(integer(), text),
  ...joinedKeys,
  ...withDashes(joinedKeys),
};

/** An entry without a name is about the default user. */
const user = lenient(
  mapping(userKeys, { atLeastOne: ["name", "snapuser"], apart: [["name", "snapuser"]] }),
  mapping(userKeys, { apart: [["name", "snapuser"]] }),
);

const groupsByName = names(either(text, someTexts), { form: like(/./, "a name") });

const password = variants(
  "type",
  {
    RANDOM: mapping({ name: text, type: text }, { required: ["name"] }),
    hash: mapping({ name: text, type: text, password: text }, { required: ["name", "password"] }),
    text: mapping({ name: text, type: text, password: text }, { required: ["name", "password"] }),
  },
  "hash",
);

export const USER_SCHEMAS: Keys = {
  users: either(text, list(either(text, texts, user)), names(anything)),
  user: lenient(either(text, user), nothing),
  groups: either(text, list(either(text, groupsByName), { filled: true }), groupsByName),
  password: anyText,
  chpasswd: mapping({
    expire: wordFlag,
    users: list(password),
    list: either(text, someTexts),
  }),
  ssh_pwauth: either(flag, text),
};

function withDashes(keys: Keys): Record<string, ValueType> {
  return Object.fromEntries(Object.entries(keys).map(([key, type]) => [key.replaceAll("_", "-"), type]));
}
