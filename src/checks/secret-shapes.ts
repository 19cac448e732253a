/** The pattern of a secret in any text. */
export interface SecretShape {
  code: "secret-key" | "secret-password" | "secret-object";
  /** A description of the secret. */
  what: string;
  /** The group `secret` is at the end of the match. */
  pattern: RegExp;
}

/** Patterns that are worth trying in few texts. */
export interface SecretShapes {
  /** A fast pattern that matches every text with one of the secrets. */
  hint: RegExp;
  shapes: readonly SecretShape[];
}

/** What is a placeholder or a comment, and no value. */
const NO_VALUE = String.raw`\.[.*+]|x{3,}(?=["'\s]|$)|redacted|__\w{1,64}__|f["']\{|(?<=[ \t])#`;

/** Not a secret: a variable, a placeholder, a hash, a path, an expression, a switch, a small number, or computed. */
const NO_SECRET = String.raw`(?![$<*!~{[(/%@|>)${"`"}]|${NO_VALUE}|[^\s"']{1,128}\$[{(]|(?:true|false|yes|no|on|off|null|none|random|r|\d{1,4})["']?\s*(?:[,;}#]|$))`;

/** A value up to its end that is not a function call. */
const VALUE = String.raw`["']?${NO_SECRET}(?<secret>[^\s"',;}(\[\\]+)(?=[\s"',;}\\]|$)`;

/** `NOPASSWD: ALL` is a rule of sudo. */
const WORD =
  "(?:(?<!no)passw(?:or)?d|passphrase|_pass|_pwd|token|secret|(?:api|access|private|secret|encryption)[_-]?key)";

/**
 * THE table of secrets. Keys are recognized by prefixes, which the services chose for scanners; a password by the
 * name that it is assigned to. Repetition has a limit, so that no text takes long.
 */
export const SECRETS: readonly SecretShapes[] = [
  {
    hint: /PRIVATE KEY|A[KS]IA|gh[pousr]_|github_pat_|glpat-|xox|AIza|[rs]k_live_|npm_|pypi-AgE|hv[bsr]\.|do[opr]_v1_/,
    shapes: [
      key("a private key", /(?<secret>-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----)/g),
      key("an AWS access key", /\b(?<secret>A[KS]IA[A-Z0-9]{16})\b/g),
      key("a GitHub token", /\b(?<secret>gh[pousr]_[A-Za-z0-9]{36,})/g),
      key("a GitHub token", /\b(?<secret>github_pat_\w{22,})/g),
      key("a GitLab token", /\b(?<secret>glpat-[\w-]{20,})/g),
      key("a Slack token", /\b(?<secret>xox[abeoprs]-[\w-]{10,})/g),
      key("a Google API key", /\b(?<secret>AIza[\w-]{35})/g),
      key("a Stripe API key", /\b(?<secret>[rs]k_live_[A-Za-z0-9]{16,})/g),
      key("an npm token", /\b(?<secret>npm_[A-Za-z0-9]{36})\b/g),
      key("a PyPI token", /\b(?<secret>pypi-AgE[\w-]{50,})/g),
      key("a HashiCorp Vault token", /\b(?<secret>hv[bsr]\.[\w-]{24,})/g),
      key("a DigitalOcean token", /\b(?<secret>do[opr]_v1_[0-9a-f]{64})\b/g),
    ],
  },
  {
    hint: new RegExp(WORD, "i"),
    shapes: [
      // NAME: VALUE and NAME=VALUE, but not $NAME = VALUE or ${NAME:-VALUE}, which only use it.
      password(String.raw`${WORD}(?<!\$\{?\w{0,64})["']?(?::[ \t]+|[ \t]*=[ \t]*|:(?=["']))${VALUE}`),
      password(String.raw`${WORD}(?<=--(?!ask-)[\w-]{0,64})[ \t]+(?!-)${VALUE}`),
      // An environment variable of a container; v1beta1 calls its name a key.
      password(
        String.raw`\b(?:name|key)["']?:[ \t]*["']?\w{0,64}${WORD}["']?(?:,\s*|(?:[ \t]+#.*)?\s+)["']?value["']?:[ \t]*${VALUE}`,
      ),
    ],
  },
  {
    hint: /chpasswd/i,
    shapes: [
      password(String.raw`\becho[ \t]+["']?[\w.-]{1,64}:${VALUE}(?=["']?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd\b)`),
      password(
        String.raw`^chpasswd:[ \t]*\n(?:[ \t]+.*\n)*?[ \t]+list:[ \t]*(?:[|>][-+\d]*)?[ \t]*\n[ \t]*(?:-[ \t]+)?["']?[\w.-]{1,64}:${VALUE}`,
      ),
    ],
  },
  {
    hint: /:\/\//,
    shapes: [password(String.raw`://[^\s/:@"'$]{1,64}:${NO_SECRET}(?<secret>[^\s/:@"'$]{1,128})(?=@)`)],
  },
  {
    hint: /Secret/,
    shapes: [
      {
        code: "secret-object",
        what: "a Kubernetes `Secret`",
        pattern: /\bkind["']?:[ \t]*["']?(?<secret>Secret)\b/g,
      },
    ],
  },
];

function key(what: string, pattern: RegExp): SecretShape {
  return { code: "secret-key", what, pattern };
}

function password(pattern: string): SecretShape {
  return { code: "secret-password", what: "a password or token", pattern: new RegExp(pattern, "gim") };
}
