/** What `explain` says of a boot, and what a real cloud-init does: the same, in the same order. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { createBundle, explainSources, type Explanation, type SourceInput } from "../../src/index.ts";
import { listExampleBlobs, listSources } from "../support/examples.ts";
import { describeWith } from "../support/requirements.ts";
import { runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { BOOT_REQUIREMENTS, useRoot } from "./boot-well.ts";
import { RELEASE } from "./checkout.ts";
import { BUNDLES, type BootedBundle } from "./explained-bundles.ts";
import { listEvents, omitIdleModules, readEvents, SAY_COMMAND } from "./read-events.ts";

/** Debian's own lists of modules; what they call succeeds, and does nothing. */
const MACHINE = {
  "/etc/cloud/cloud.cfg.d/99-test.cfg": JSON.stringify({
    datasource_list: ["NoCloud"],
    network: { config: "disabled" },
  }),
  "/usr/local/bin/say": SAY_COMMAND,
  ...Object.fromEntries(
    ["apt-get", "kubectl", "shutdown", "service", "systemctl", "curl", "setenforce"].map((name) => [
      `/usr/local/bin/${name}`,
      "#!/bin/sh\n",
    ]),
  ),
};

const INSTANCE = "/var/lib/cloud/instances/first";

/** Of the nodes of a role that count up, the first. */
const BLOBS = (await listExampleBlobs()).filter(({ name }) => !/[2-9]$/.test(name));

const EXAMPLES: BootedBundle[] = await Promise.all(
  BLOBS.map(async (blob) => ({
    what: `${blob.folder}, ${blob.name}`,
    sources: await listSources(blob),
    options: {},
    silent: true,
  })),
);

describeWith(BOOT_REQUIREMENTS, "explain and a boot agree on", () => {
  test.each([...BUNDLES, ...EXAMPLES])("$what", async ({ sources, options = {}, again = false, silent = false }) => {
    const explanation = await explainSources(sources as SourceInput[], { ...options, release: RELEASE });
    const { bytes } = await createBundle(sources as SourceInput[], { ...options, check: false });
    const root = await useRoot({ files: MACHINE });
    const { log } = await root.boot(bytes);
    expect(readOwnEvents(log, explanation)).toEqual(listEvents(explanation.steps, { silent }));

    const stored = readFileSync(root.path(`${INSTANCE}/cloud-config.txt`), "utf8");
    const [real, said] = runPython<{ value: unknown }>(
      "read_yaml.py",
      [stored, explanation.config.text],
      SYSTEM_PYTHON,
    );
    expect(said?.value ?? {}).toEqual(real?.value ?? {});

    const kept = explanation.steps.filter(({ kind, text }) => kind === "handle" && text.includes("/pending/"));
    if (kept.length > 0)
      expect(listSpool(root.path("/var/lib/kubeboot"))).toEqual(kept.flatMap(({ details }) => details));

    if (!again) return;
    const next = explanation.steps.filter(({ number }) => explanation.nextBoot.includes(number));
    const { log: second } = await root.boot(bytes);
    expect(readOwnEvents(second, { ...explanation, steps: next })).toEqual(listEvents(next, { silent }));
  });
});

/** Where there is no systemd, as in the root of the tests, the part handler leaves a script that starts the applier. */
function readOwnEvents(log: string, explanation: Explanation): string[] {
  return omitIdleModules(readEvents(log), explanation).filter((event) => event !== "script kubeboot");
}

function listSpool(folder: string): string[] {
  return ["pending", "applied", "failed"].flatMap((state) => readdirSync(`${folder}/${state}`)).toSorted();
}
