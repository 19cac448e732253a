/** Makes the blobs of as many nodes as the argument says: five shared sources, and a template for each node. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFleet } from "../dist/index.js";

const SHARED = [
  "quickstart/hello.yaml",
  "keystone/keystone.yaml",
  "quickstart/web.cfg",
  "quickstart/install-k3s.sh",
  "dbserver/disable-selinux.sh",
].map((name) => join(process.cwd(), "examples", name));

const folder = mkdtempSync(join(tmpdir(), "kubeboot-bench-"));
try {
  writeFileSync(join(folder, "node.cfg.j2"), "#cloud-config\nhostname: {{ name }}\nfqdn: {{ name }}.example.com\n");
  const description = {
    platform: "openstack",
    sources: [...SHARED, "node.cfg.j2"],
    roles: { node: {} },
    nodes: { [`node-[1-${process.argv[2]}]`]: { role: "node" } },
  };
  await createFleet(description, { folder });
} finally {
  rmSync(folder, { recursive: true });
}
