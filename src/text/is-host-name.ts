/**
 * The first label must follow RFC 1123 section 2.1, which hostname(1) and systemd require (hostname-util.c,
 * hostname_is_valid); labels of a domain may have underscores. Linux accepts 64 bytes.
 */
export function isHostName(name: string): boolean {
  const [first, ...rest] = name.replace(/(?<=.)\.$/, "").split(".");
  return LABEL.test(first!) && rest.every((label) => /^[\w-]{1,63}$/.test(label)) && name.length <= 253;
}

const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?$/;
