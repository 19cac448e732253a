import { beforeEach, describe, expect, test } from "vitest";
import { createFleet, KubebootError, lintSources, type Finding, type FleetDescription } from "../../src/index.ts";
import { readText } from "../support/read-text.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

const FILES = {
  "f/common.sh": "#!/bin/sh\necho common\n",
  "f/host.cfg.j2": "#cloud-config\nhostname: {{ name }}\n",
  "f/show.sh.j2": "#!/bin/sh\necho {{ shown }}\n",
  "f/hosts.sh.j2": "#!/bin/sh\n{% for each in nodes %}\necho {{ each.name }} {{ each.address }}\n{% endfor %}\n",
  "f/out.sh.j2": "#!/bin/sh\n{% include '../secret' %}\n",
  "f/in.sh.j2": "#!/bin/sh\n{% include 'sub/line.j2' %}\n",
  "f/sub/line.j2": "echo {{ name }}\n",
  "f/broken.cfg.j2": "#cloud-config\nhostname: [{{ name }}\n",
  secret: "x\n",
};

beforeEach(() => enterFolder(makeFolder(FILES)));

/** The texts of the first parts, by node. */
async function make(description: FleetDescription, values = {}): Promise<Record<string, string>> {
  const { nodes } = await createFleet(description, { folder: "f", values });
  const texts = nodes.map(async ({ name, userData }) => [name, await readText(userData)] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** What the first part of a node with the value `shown` says. */
async function show(shown: unknown, more: object = {}, values = {}): Promise<string[]> {
  const description = {
    sources: ["show.sh.j2"],
    roles: { one: { values: { shown } }, two: {} },
    nodes: { "a[1-2]": { role: "one", address: "10.0.0.{{ index }}" } },
    ...more,
  };
  return Object.values(await make(description, values)).map((text) => text.replace(/^.*\necho (.*)\n$/s, "$1"));
}

describe("createFleet", () => {
  test("makes a blob for each node, in order", async () => {
    const roles = { web: { sources: ["host.cfg.j2"] }, db: { sources: ["host.cfg.j2"], platform: "nocloud" } };
    const nodes = { "web[01-02]": { role: "web" }, db: { role: "db", sources: ["show.sh.j2"], shown: 1 } };
    const fleet = await createFleet({ sources: ["common.sh"], roles, nodes }, { folder: "f" });
    expect(
      fleet.nodes.map(({ name, role, parts, metaData, values }) => ({ name, role, parts, metaData, values })),
    ).toEqual([
      { name: "web01", role: "web", parts: 2, metaData: null, values: { name: "web01", index: 1, role: "web" } },
      { name: "web02", role: "web", parts: 2, metaData: null, values: { name: "web02", index: 2, role: "web" } },
      {
        name: "db",
        role: "db",
        parts: 3,
        metaData: "instance-id: db\nlocal-hostname: db\n",
        values: { name: "db", index: 1, role: "db", shown: 1 },
      },
    ]);
  });

  test.each<[string, unknown, object, string[]]>([
    ["its own names", "{{ name }} {{ index }} {{ role }}", {}, ["a1 1 one", "a2 2 one"]],
    ["its values", "{{ address }}", {}, ["10.0.0.1", "10.0.0.2"]],
    ["the node", "{{ node.address }}", {}, ["10.0.0.1", "10.0.0.2"]],
    ["another node by its name", "{{ nodes.a2.address }}", {}, ["10.0.0.2", "10.0.0.2"]],
    ["another node by its number", "{{ nodes[0].name }}", {}, ["a1", "a1"]],
    ["another node by its role", "{{ nodes_by_role.one[1].address }}", {}, ["10.0.0.2", "10.0.0.2"]],
    ["a role without nodes", "{{ nodes_by_role.two | length }}", {}, ["0", "0"]],
    ["values that refer to values", "{{ b }}", { values: { b: "{{ c }}!", c: "{{ name }}" } }, ["a1!", "a2!"]],
    ["a value of the fleet", "{{ x }}", { values: { x: 1.5 } }, ["1.5", "1.5"]],
    ["mappings of several layers", "{{ m.a }}{{ m.b }}", { values: { m: { a: "{{ name }}", b: 2 } } }, ["a12", "a22"]],
    ["no template", "plain", {}, ["plain", "plain"]],
  ])("a value may have %s", async (_, shown, more, expected) => {
    expect(await show(shown, more)).toEqual(expected);
  });

  test("the nearest value wins: of the caller, the node, the role, the fleet", async () => {
    const values = { shown: "fleet" };
    const nodes = { a: { role: "two" }, b: { role: "one" }, c: { role: "one", shown: "node" } };
    expect(await show("role", { values, nodes })).toEqual(["fleet", "role", "node"]);
    expect(await show("role", { values, nodes }, { shown: "caller" })).toEqual(["caller", "caller", "caller"]);
  });

  test("templates see all nodes, and include files below the description's folder", async () => {
    const roles = { web: { sources: ["hosts.sh.j2", "in.sh.j2"] } };
    const nodes = { "w[1-2]": { role: "web", address: "10.0.0.{{ index }}" } };
    const made = await make({ roles, nodes });
    expect(made["w2"]).toBe("#!/bin/sh\necho w1 10.0.0.1\necho w2 10.0.0.2\n");
  });

  test("only some nodes are made, but all are known", async () => {
    const description = {
      sources: ["hosts.sh.j2"],
      roles: { a: {}, b: {} },
      nodes: { "x[1-2]": { role: "a", address: 1 }, y: { role: "b", address: 2 } },
    };
    const { nodes, names } = await createFleet(description, { folder: "f", only: ["role=b", "x2"] });
    expect(nodes.map(({ name }) => name)).toEqual(["x2", "y"]);
    expect(names).toEqual(["x1", "x2", "y"]);
    expect(await readText(nodes[0]!.userData)).toContain("echo x1 1\n");
    await expect(createFleet(description, { folder: "f", only: ["x3", "role=c"] })).rejects.toThrow(
      "the fleet has no node `x3`: did you mean `x1`?; the fleet has no node with the role `c`",
    );
  });

  test("the same fleet gives the same bytes", async () => {
    const description = { sources: ["host.cfg.j2"], roles: { a: {} }, nodes: { "x[1-3]": { role: "a" } } };
    const hashes = async () => (await createFleet(description, { folder: "f" })).nodes.map(({ sha256 }) => sha256);
    expect(await hashes()).toEqual(await hashes());
    expect(new Set(await hashes()).size).toBe(3);
  });
});

const write = ({ path, line, column, code, message, nodes = [] }: Finding): string =>
  `${nodes.length > 0 ? `${nodes.join(",")}: ` : ""}${path}:${line}:${column}: ${code}: ${message}`;

/** What is wrong with a description in a file. */
async function findProblems(text: string): Promise<string[]> {
  enterFolder(makeFolder({ ...FILES, "f/fleet.yaml": text }));
  const error: unknown = await createFleet("f/fleet.yaml").catch((thrown: unknown) => thrown);
  if (!(error instanceof KubebootError)) throw error instanceof Error ? error : new Error("no error");
  const linted = await lintSources(["f/fleet.yaml"]).catch((thrown: unknown) => thrown as KubebootError);
  const problems = error.findings.filter(({ severity }) => severity === "error").map(write);
  expect(linted.findings.filter(({ severity }) => severity === "error").map(write)).toEqual(problems);
  return problems;
}

const ROLE = "roles: { a: { sources: [common.sh] } }\n";

describe("what is wrong with a description", () => {
  test.each<[string, string[]]>([
    ["roles: [\nnodes: x", ["1:8: fleet-syntax: YAML can't be read: `[` opens here, and a comma or `]` is missing"]],
    [`${ROLE}nodes: {}\nplatfrom: ec2\n`, ["3:1: fleet-key: a fleet has no key `platfrom` here"]],
    [`${ROLE}nodes: {}\nno-check: true\n`, ["3:1: fleet-key: a fleet has no key `no-check` here"]],
    [`${ROLE}nodes: {}\nplatform: mars\n`, ['3:1: fleet-option: unknown platform "mars"']],
    [`${ROLE}nodes: {}\nstrict: "yes"\n`, ["3:1: fleet-value: `strict` takes true or false, but this is text"]],
    [
      `${ROLE}nodes: {}\ngzip: maybe\n`,
      ["3:1: fleet-value: `gzip` takes true or false or auto or force, but this is `maybe`"],
    ],
    [`${ROLE}nodes: {}\nsources: common.sh\n`, ["3:1: fleet-value: `sources` takes a list of texts, but this is text"]],
    [
      `${ROLE}nodes: {}\nsources: [common.sh, "-"]\n`,
      ["3:22: fleet-source: `-` can't be a source of a fleet: every node needs it again"],
    ],
    [
      `${ROLE}nodes: {}\nvalues: { nodes: 1, a-b: 2 }\n`,
      [
        "3:11: fleet-variable: `nodes` can't be a value: each node has its own already",
        "3:21: fleet-variable: `a-b` can't be a value: a template can't write it",
      ],
    ],
    [`${ROLE}nodes:\n  x: {}\n`, ["3:3: fleet-key-missing: the key `role` is missing"]],
    [`${ROLE}nodes:\n  x: { role: b }\n`, ["3:8: fleet-role: there is no role `b`"]],
    [`${ROLE}nodes:\n  x: { role: [a] }\n`, ["3:8: fleet-value: `role` takes text, but this is a list"]],
    [
      `${ROLE}nodes:\n  x: { role: a, values: { b: 1 } }\n`,
      ["3:17: fleet-variable: `values` can't be a value: each other key of a node is one"],
    ],
    [
      `${ROLE}nodes:\n  02: { role: a }\n  "03": { role: a }\n  4: { role: a }\n  yes: { role: a }\n`,
      [
        "3:3: fleet-name: `02` can't be the name of a node: YAML reads `2`: put it in quotes",
        "6:3: fleet-name: `yes` can't be the name of a node: YAML reads `true`: put it in quotes",
      ],
    ],
    [
      `${ROLE}nodes:\n  x: { role: a }\n  y: { role: a, sources: [no.sh] }\n`,
      ["y: f/no.sh:null:null: source-missing: no such file or folder"],
    ],
    [
      `sources: [host.cfg.j2]\n${ROLE}nodes:\n  ../x: { role: a }\n`,
      ["4:3: fleet-name: `../x` can't be the name of a node: it is no host name"],
    ],
    [
      `${ROLE}nodes:\n  fleet.json: { role: a }\n`,
      ["3:3: fleet-name: `fleet.json` can't be the name of a node: a file of the fleet has this name"],
    ],
    [
      `${ROLE}nodes:\n  x[1-3]: { role: a }\n  X2: { role: a }\n`,
      ["4:3: fleet-name-repeated: there is already a node `X2`, from `x[1-3]`"],
    ],
    [
      `${ROLE}nodes:\n  x: { role: a }\n  x: { role: a }\n`,
      ["4:3: fleet-key-repeated: the key `x` is already on line 3"],
    ],
    [
      `${ROLE}nodes:\n  x[1-60000]: { role: a }\n  y[1-60000]: { role: a }\n`,
      ["4:3: fleet-too-large: the names make 120000 nodes, and a fleet has at most 100000"],
    ],
    ["roles: { a: {} }\nnodes:\n  x: { role: a }\n", ["3:3: fleet-sources: the node `x` has no sources"]],
    [
      "roles: null\nnodes: []\na: 1\n",
      [
        "1:1: fleet-value: `roles` takes a mapping, but this is nothing",
        "2:1: fleet-value: `nodes` takes a mapping, but this is a list",
        "3:1: fleet-key: a fleet has no key `a` here",
      ],
    ],
    [
      `${ROLE}nodes:\n  x:\n    role: a\n    v: "{{ w }}"\n    w: "{{ v }}"\n`,
      ["x: 6:12: fill-failed: the template can't be filled in: the value `v` needs itself"],
    ],
    [`${ROLE}nodes:\n  x: { role: a, v: "{{ nam }}" }\n`, ["x: 3:24: fill-undefined: `nam` is undefined"]],
    [
      `${ROLE}nodes:\n  x: { role: a, v: "{% if %}" }\n`,
      ["x: 3:24: fill-syntax: the template can't be read: an expression is missing"],
    ],
    [
      `${ROLE}nodes:\n  "x[1-2]": { role: a, v: "{{ nodes_by_role.master[0].address }}" }\n`,
      [
        "x1,x2: 3:45: fleet-node-missing: the role `a` refers to `nodes_by_role.master`, which is not there: there is no role `master`",
      ],
    ],
    [
      `${ROLE}nodes:\n  x: { role: a, v: "{{ nodes_by_role.a[1].address }}" }\n`,
      [
        "x: 3:39: fleet-node-missing: the role `a` refers to `nodes_by_role.a[1]`, which is not there: one node has this role",
      ],
    ],
    [
      `${ROLE}nodes:\n  x: { role: a, v: "{{ nodes.y.address }}" }\n`,
      ["x: 3:30: fleet-node-missing: the role `a` refers to `nodes.y`, which is not there: no node has this name"],
    ],
  ])("%s", async (text, expected) => {
    const problems = await findProblems(text);
    expect(problems.map((problem) => problem.replace("f/fleet.yaml:", "").replace(/: use one of .*/, ""))).toEqual(
      expected,
    );
  });

  test("all of it is told at once, with the sources of all nodes", async () => {
    const problems = await findProblems(
      `sources: [broken.cfg.j2]
roles:
  a: { sources: [show.sh.j2, absent.sh] }
  b: { sources: [out.sh.j2] }
nodes:
  "x[1-3]": { role: a }
  y: { role: b }
  z: {}
`,
    );
    expect(problems.map((problem) => problem.replace(/(.*: \S+): .*/, "$1"))).toEqual([
      "f/fleet.yaml:8:3: fleet-key-missing",
      "x1,x2,x3: f/absent.sh:null:null: source-missing",
      "x1,x2,x3: f/show.sh.j2:2:9: fill-undefined",
      "x1,x2,x3,y: f/broken.cfg.j2:2:11: config-syntax",
      "y: f/out.sh.j2:2:1: fill-failed",
    ]);
  });
});
