/** The named formats of crypt(5); only some systems have argon2. */
const NAMED = /^\$(?:(?:y|gy|7|2[abxy]|6|5|1|3|sha1|md5|argon2\w+)\$|md5,).+|^\$\w+\$.+\$.+/;

/** bsdicrypt; descrypt, whose 13 characters may be plain text too; bigcrypt is longer. */
const UNNAMED = /^(?:_[./0-9A-Za-z]{19}|[./0-9A-Za-z]{13})$/;

/**
 * Whether a field of /etc/shadow can be a hash, or locks the password (shadow(5)): empty, or prefixed with `!` or
 * `*`.
 */
export function canBeHash(text: string): boolean {
  const hash = text.replace(/^[!*]+/, "");
  return hash === "" || NAMED.test(hash) || UNNAMED.test(hash);
}

/** Whether a text is certainly a hash: the shortest in Linux has 26 characters behind its name. */
export function isHash(text: string): boolean {
  return /^\$(?:y|gy|7|2[abxy]|6|5|1)\$[./$=,0-9A-Za-z]{26,}$/.test(text);
}

/** Whether cloud-init treats the password of a line of `chpasswd.list` as a hash (config/cc_set_passwords.py). */
export function isTakenForHash(password: string): boolean {
  return /^\$(?:1|2a|2y|5|6)(?:\$.+){2}/.test(password) && !password.includes(":");
}
