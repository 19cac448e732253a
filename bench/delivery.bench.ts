/** The cost of the watch mode at boot, and how long 50 manifests take once an API server answers. */
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { createBundle, type BundleOptions } from "../src/index.ts";
import { BOOT_REQUIREMENTS, bootWell, useRoot } from "../test/boot/boot-well.ts";
import { makeSpool } from "../test/handler/handler-script.ts";
import { apiServer, startApiServer } from "../test/support/api-server.ts";
import { describeWith } from "../test/support/requirements.ts";

const ROUNDS = 5;

describeWith(BOOT_REQUIREMENTS, "delivery", () => {
  test("what watch adds to cloud-init init", async () => {
    const seconds: Record<"watch" | "none", number[]> = { watch: [], none: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const handler of ["watch", "none"] as const) seconds[handler].push(await timeInit({ handler }));
    }
    const [watch, none] = [median(seconds.watch), median(seconds.none)];
    const figures = `${(none * 1000).toFixed(0)} | ${(watch * 1000).toFixed(0)} | ${((watch - none) * 1000).toFixed(0)}`;
    console.log(
      `\n| cloud-init init, ms | none | watch | added (target: < 75) |\n| --- | --- | --- | --- |\n| median of ${ROUNDS} | ${figures} |\n`,
    );
  });
});

describeWith([apiServer], "the applier", () => {
  test("50 manifests once the server answers", async () => {
    const server = await startApiServer();
    try {
      const spool = makeSpool();
      spool.add(
        Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${100 + index}-cm.yaml`, configMap(index)])),
      );
      const kubeconfig = join(spool.folder, "later");
      const applier = spool.start({ KUBECONFIG: kubeconfig });
      // Long enough for the applier to start waiting.
      await new Promise((resolve) => setTimeout(resolve, 5000));
      const start = performance.now();
      copyFileSync(server.kubeconfig, kubeconfig);
      await once(applier, "exit");
      console.log(`\n50 manifests: ${((performance.now() - start) / 1000).toFixed(1)} s (target: < 30 s)\n`);
    } finally {
      await server.stop();
    }
  });
});

/** The seconds that cloud-init reports for its stage. */
async function timeInit(options: BundleOptions): Promise<number> {
  const root = await useRoot();
  const { bytes } = await createBundle(["examples/dbserver/dbserver-v1.yaml"], options);
  // Without a part handler cloud-init warns about the type of the pod; that warning does not matter here.
  const { log } = options.handler === "none" ? await root.boot(bytes) : await bootWell(root, bytes);
  root.remove();
  // The first one in this mode is init --local, the second is init.
  const times = [...log.matchAll(/cloud-init mode 'init' took ([\d.]+) seconds/g)].map(([, seconds]) =>
    Number(seconds),
  );
  return times[1]!;
}

function configMap(index: number): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: bench-${index}\n`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
