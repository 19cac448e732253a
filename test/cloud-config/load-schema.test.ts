import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { isAbsolute, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { loadSchema } from "../../src/cloud-config/load-schema.ts";
import { makeFolder } from "../support/make-folder.ts";

const IN_PACKAGE = "cloudinit/config/schemas/schema-cloud-config-v1.json";

const unreadable = (message: string) => expect.objectContaining({ code: "unreadable", message });

describe("auto", () => {
  test.each<[string, string[], string | null]>([
    ["Debian's", ["python3/dist-packages"], "python3/dist-packages"],
    ["Fedora's", ["python3.13/site-packages"], "python3.13/site-packages"],
    ["the newest Python's", ["python3.9/site-packages", "python3.12/site-packages"], "python3.12/site-packages"],
    ["the system's own first", ["python3.12/dist-packages", "python3/dist-packages"], "python3/dist-packages"],
    ["none of another Python", ["python2.7/dist-packages", "python30/dist-packages"], null],
    ["none", [], null],
  ])("finds %s", async (_, folders, expected) => {
    const files = folders.map((folder) => [join(folder, IN_PACKAGE), JSON.stringify({ title: folder })]);
    const library = makeFolder(Object.fromEntries(files) as Record<string, string>);
    const schema = await loadSchema("auto", [join(library, "missing"), library]);
    expect(schema).toEqual(expected === null ? null : { title: expected });
  });

  test("skips a broken schema", async () => {
    const broken = makeFolder({ [join("python3/dist-packages", IN_PACKAGE)]: "{" });
    const whole = makeFolder({ [join("python3.11/site-packages", IN_PACKAGE)]: "{}" });
    expect(await loadSchema("auto", [broken, whole])).toEqual({});
  });
});

describe("a file", () => {
  test("is read", async () => {
    const folder = makeFolder({ "schema.json": '{"type": "object"}' });
    expect(await loadSchema(join(folder, "schema.json"))).toEqual({ type: "object" });
  });

  test.each([
    ["missing.json", "no such file or directory"],
    ["folder", "illegal operation on a directory"],
    ["text", "not JSON"],
    ["list", "not a JSON object"],
    ["null", "not a JSON object"],
    ["large", "more than 8388608 bytes"],
    ["/dev/zero", "more than 8388608 bytes"],
  ])("that is not a schema: %s", async (name, reason) => {
    const folder = makeFolder({ "folder/x": "", text: "a", list: "[]", null: "null", large: " ".repeat(2 ** 23 + 1) });
    const path = isAbsolute(name) ? name : join(folder, name);
    await expect(loadSchema(path)).rejects.toEqual(unreadable(`the schema ${path} can't be read: ${reason}`));
  });
});

describe("a URL", () => {
  test("is read", async () => {
    const url = await serve((_, response) => response.end('{"type": "object"}'));
    expect(await loadSchema(url)).toEqual({ type: "object" });
  });

  test.each<[string, RequestListener, string]>([
    ["a wrong status", (_, response) => response.writeHead(404).end("{}"), "the server answered 404"],
    ["no JSON", (_, response) => response.end("<html>"), "not JSON"],
    ["far too much", (_, response) => response.end(" ".repeat(2 ** 23 + 1)), "more than 8388608 bytes"],
    ["no answer", (request) => request.socket.destroy(), "other side closed"],
  ])("that returns %s", async (_, answer, reason) => {
    const url = await serve(answer);
    await expect(loadSchema(url)).rejects.toEqual(unreadable(`the schema ${url} can't be read: ${reason}`));
  });

  test("that is not a URL", async () => {
    await expect(loadSchema("https://")).rejects.toEqual(unreadable("the schema https:// can't be read: Invalid URL"));
  });
});

/** Starts a server on the loopback that is closed when the test ends. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/schema.json`;
}
