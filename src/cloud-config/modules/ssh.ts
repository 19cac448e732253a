/** The keys of the machine, and those that may log in. */
import { anyText, textOrTexts, truthyFlag, wordFlag } from "../lenient-types.js";
import { lenient, like, list, mapping, names, nothing, oneOf, text, texts, type Keys } from "../value-type.js";

const keyType = oneOf("ecdsa", "ed25519", "rsa");
const blacklist = lenient(list(text, { unique: true }), text, nothing);

export const SSH_SCHEMAS: Keys = {
  ssh_keys: names(text, {
    form: like(/^(?:ecdsa|ed25519|rsa)_(?:public|private|certificate)$/, "a kind of key such as rsa_private"),
  }),
  ssh_authorized_keys: list(text, { filled: true }),
  ssh_deletekeys: truthyFlag,
  ssh_genkeytypes: lenient(list(keyType, { filled: true }), keyType),
  ssh_quiet_keygen: wordFlag,
  ssh_publish_hostkeys: mapping({ enabled: wordFlag, blacklist: textOrTexts }),
  ssh_import_id: lenient(texts, text, nothing),
  disable_root: wordFlag,
  disable_root_opts: anyText,
  allow_public_ssh_keys: wordFlag,
  no_ssh_fingerprints: wordFlag,
  authkey_hash: text,
  ssh: lenient(
    mapping({ emit_keys_to_console: wordFlag }, { required: ["emit_keys_to_console"] }),
    mapping({ emit_keys_to_console: wordFlag }),
  ),
  ssh_key_console_blacklist: blacklist,
  ssh_fp_console_blacklist: blacklist,
};
