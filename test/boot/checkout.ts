/** The cloud-init that boots: the machine's own, or a checkout of any release that CLOUD_INIT_CHECKOUT names. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the checkout; null for the machine's own. */
const CHECKOUT: string | null = process.env["CLOUD_INIT_CHECKOUT"] ?? null;

/** The name of what boots: the checkout's folder ends with its version. */
export const RELEASE = CHECKOUT === null ? "debian-12" : /\d+\.\d+$/.exec(CHECKOUT)![0];

const PYTHON = "/usr/bin/python3";

const PARAMS = `{"variant": "ubuntu", "prefix": ""}`;

/** The command that runs a stage. */
export const CLOUD_INIT: readonly string[] = CHECKOUT === null ? ["cloud-init"] : [PYTHON, "-m", "cloudinit.cmd.main"];

const BESIDE = "/usr/lib/kubeboot-test";

/** Where Python finds the checkout. */
export const PYTHON_PATH: Readonly<Record<string, string>> =
  CHECKOUT === null ? {} : { PYTHONPATH: `${CHECKOUT}:${BESIDE}` };

/** The files of the checkout in the root. */
export const CHECKOUT_FILES: Readonly<Record<string, string>> =
  CHECKOUT === null
    ? {}
    : {
        "/etc/cloud/cloud.cfg": renderConfig(CHECKOUT),
        // Python loads it first. Releases before 21.1 need names that Python and Jinja2 no longer have.
        [`${BESIDE}/sitecustomize.py`]: `import collections.abc
collections.Iterable, collections.Mapping = collections.abc.Iterable, collections.abc.Mapping
try:
    import jinja2.runtime
    jinja2.runtime.implements_to_string = lambda each: each
except ImportError:
    pass
`,
      };

/** The checkout's /etc/cloud/cloud.cfg for Ubuntu, a variant that every release has, with its own templates. */
function renderConfig(checkout: string): string {
  const template = join(checkout, "config/cloud.cfg.tmpl");
  // Releases before 21.1 can't use the Jinja2 of today; the machine's own cloud-init can.
  const program =
    "import sys; from cloudinit import templater; print(templater.render_string(sys.stdin.read(), PARAMS))";
  const { status, stdout, stderr } = spawnSync(PYTHON, ["-c", `PARAMS = ${PARAMS}\n${program}`], {
    input: readFileSync(template),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${template}: ${stderr}`);
  return stdout.replaceAll("/etc/cloud/templates", join(checkout, "templates"));
}
