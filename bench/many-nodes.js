/** Makes the blobs of as many nodes as the argument says, in one process: five shared sources, and one of each node. */
import { readFileSync } from "node:fs";
import { createBundle } from "../dist/index.js";

const SHARED = [
  "examples/quickstart/hello.yaml",
  "examples/keystone/keystone.yaml",
  "examples/quickstart/web.cfg",
  "examples/quickstart/install-k3s.sh",
  "examples/dbserver/disable-selinux.sh",
].map((name) => ({ name, content: readFileSync(name) }));

for (let index = 0; index < Number(process.argv[2]); index += 1) {
  const content = `#cloud-config\nhostname: node-${index}\nfqdn: node-${index}.example.com\n`;
  await createBundle([...SHARED, { name: "node.cfg", content }], { platform: "openstack" });
}
