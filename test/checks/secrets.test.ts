/** Keys are assembled here, so that secret scanners find none in the repository. */
import { describe, expect, test } from "vitest";
import { secrets } from "../../src/checks/secrets.ts";
import { makePart } from "../support/make-part.ts";

function find(content: string, type = "text/cloud-config") {
  return secrets
    .run([makePart({ type, content, path: "x" })], null)
    .map(({ code, line, column }) => ({ code, line, column }));
}

const letters = (count: number): string => "a1B2c3D4e5".repeat(10).slice(0, count);
const hex = "0123456789abcdef".repeat(4);

describe("keys", () => {
  test.each([
    `-----BEGIN ${"PRIVATE"} KEY-----`,
    `-----BEGIN OPENSSH ${"PRIVATE"} KEY-----`,
    `-----BEGIN PGP ${"PRIVATE"} KEY BLOCK-----`,
    `AKIA${"IOSFODNN7EXAMPLE"}`,
    `ASIA${"IOSFODNN7EXAMPLE"}`,
    `ghp_${letters(36)}`,
    `gho_${letters(36)}`,
    `github_pat_${letters(22)}_${letters(59)}`,
    `glpat-${letters(20)}`,
    `xoxb-${letters(12)}-${letters(12)}`,
    `AIza${letters(35)}`,
    `sk_live_${letters(24)}`,
    `npm_${letters(36)}`,
    `pypi-AgE${letters(60)}`,
    `hvs.${letters(24)}`,
    `dop_v1_${hex}`,
  ])("finds %s, and does not repeat it", (secret) => {
    const part = makePart({ content: `#cloud-config\nfinal_message: ${secret}\n` });
    const [found, ...others] = secrets.run([part], null);
    expect(found).toMatchObject({ code: "secret-key", severity: "warning", line: 2, column: 16 });
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(others).toEqual([]);
  });

  test.each([
    "AKIAiosfodnn7example",
    `XAKIA${"IOSFODNN7EXAMPLE"}`,
    "ghp_short",
    "xoxo-hugs",
    "npm_config_cache",
    "hvs.short",
    "-----BEGIN CERTIFICATE-----",
    "PRIVATE KEY",
  ])("ignores %s", (text) => {
    expect(find(`#cloud-config\nfinal_message: ${text}\n`)).toEqual([]);
  });
});

describe("passwords", () => {
  test.each([
    ["password: letmein", 11],
    ["password: 'letmein'", 12],
    ["PASSWORD=letmein", 10],
    ['DB_PASS="letmein"', 10],
    ["client_secret = letmein", 17],
    ['{"api_key":"letmein"}', 13],
    ["- {name: TOKEN, value: letmein}", 24],
    ['"name":"DB_PASSWORD","value":"letmein"', 31],
    ["  - key: DB_PASSWORD # of the database\n    value: letmein", 12],
    ["mysql --password letmein", 18],
    ["echo root:letmein | chpasswd", 11],
    ['echo "root:letmein"|sudo chpasswd', 12],
    ["chpasswd:\n  expire: false\n  list:\n    - root:letmein", 12],
    ["amqp://me:letmein@host", 11],
    ["export TOKEN=letmein; run", 14],
    ["password: p$a$s$s", 11],
  ])("finds %j, and does not repeat it", (text, column) => {
    const [found, ...others] = secrets.run([makePart({ content: text })], null);
    expect(found).toMatchObject({ code: "secret-password", severity: "warning", column });
    expect(JSON.stringify(found)).not.toContain("letmein");
    expect(others).toEqual([]);
  });

  test.each([
    "password:",
    'password: ""',
    "password: null",
    "password: $6$salt$hash",
    "password: '*'",
    "password: !vault |",
    "password: |",
    "password: {{ ds.meta_data.password }}",
    "password: <yours>",
    "password: R",
    "PASSWORD=$1",
    'PASSWORD="$(cat /run/password)"',
    "PASSWORD=${PASSWORD:-letmein}",
    "PASSWORD=/run/password",
    'if [ "$PASSWORD" = letmein ]; then',
    "token = get_token()",
    "token = tokens[0]",
    "token: 3600",
    "lock_passwd: false",
    "secretName: letmein",
    "password_file: letmein",
    "tokens: letmein",
    "mysql --password --user root",
    "# password: letmein",
    "// password: letmein",
    "name: DB_PASSWORD\nvalueFrom: letmein",
    "name: DB_USER\nvalue: letmein",
    "https://host:8443/path@1",
    "https://me:$TOKEN@host",
    "- root:letmein",
  ])("ignores %j", (text) => {
    expect(find(text)).toEqual([]);
  });

  test("reports each line once, in the order of the lines", () => {
    const text = "TOKEN=a PASSWORD=b\nlogin --token x\nurl: amqp://me:y@host\nname: TOKEN\nvalue: z\n";
    expect(find(text).map(({ line }) => line)).toEqual([1, 2, 3, 5]);
  });
});

test("checks only text parts", () => {
  expect(find("password: letmein", "application/octet-stream")).toEqual([]);
});
