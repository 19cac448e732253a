import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createBundle, readBundle } from "../src/index.ts";

test("what was bundled is read back, through gzip and base64", async () => {
  const sources = [
    { name: "a.sh", content: "#!/bin/sh\necho grün\n" },
    { name: "größe →.yaml", content: "#cloud-config\nhostname: x\n" },
    { name: "x.pod", content: "#kube-pod\napiVersion: v1\nkind: Pod\nmetadata: {name: x}\n" },
    { name: "bin", type: "application/octet-stream", content: Uint8Array.from({ length: 256 }, (_, index) => index) },
  ];
  for (const options of [{}, { gzip: true }, { base64: true }, { gzip: true, base64: true }]) {
    const { bytes, parts } = await createBundle(sources, options);
    const read = await readBundle(bytes);
    const pick = ({ type, filename, content, headers, transferEncoding }: (typeof parts)[number]) => ({
      type,
      filename,
      content: Buffer.from(content).toString("latin1"),
      headers,
      transferEncoding,
    });
    expect(read.parts.map(pick)).toEqual(parts.map(pick));
    expect(read.findings).toEqual([]);
    expect(read.layers).toEqual([...(options.base64 ? ["base64"] : []), ...(options.gzip ? ["gzip"] : [])]);
  }
});

test("a lone script under gzip is one part", async () => {
  const { parts, layers } = await readBundle(gzipSync("#!/bin/sh\n"));
  expect(parts).toMatchObject([{ type: "text/x-shellscript", filename: "part-001", number: 1 }]);
  expect(layers).toEqual(["gzip"]);
});
