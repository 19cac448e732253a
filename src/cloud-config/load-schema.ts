/** `auto`, a path or a URL → cloud-init's JSON schema, or null. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { KubebootError, describeSystemError } from "../errors.js";
import type { JsonSchema } from "../model.js";
import { readLimited } from "../read-limited.js";

/** Milliseconds: the maximum time for a server to return the schema. */
const TIMEOUT = 10_000;

/** Bytes: the maximum size; cloud-init 26.2's schema has 157,239. */
const MAX_BYTES = 2 ** 23;

const TOO_LARGE = `more than ${MAX_BYTES} bytes`;

/** Where Python packages are installed: by distributions, and by pip outside of virtual environments. */
const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64"];

const IN_PACKAGE = "cloudinit/config/schemas/schema-cloud-config-v1.json";

/**
 * Reads the schema; nothing is executed.
 *
 * @param choice `auto`: the schema of an installed cloud-init, or null without one; a path or a URL
 * @param libraries the folders that contain Python's
 * @throws {KubebootError} `unreadable` for a path or URL that does not contain one JSON object
 */
export async function loadSchema(choice: string, libraries: readonly string[] = LIBRARIES): Promise<JsonSchema | null> {
  if (choice === "auto") return findInstalled(libraries);
  const text = /^https?:\/\//i.test(choice) ? await download(choice) : readSchemaFile(choice);
  return parseSchema(text, choice);
}

/** Skips unreadable files, because the user did not ask for them. */
function findInstalled(libraries: readonly string[]): JsonSchema | null {
  for (const path of libraries.flatMap(listCandidates)) {
    try {
      return parseSchema(readSchemaFile(path), path);
    } catch {
      continue;
    }
  }
  return null;
}

/** The system's own Python first, then the newest. */
function listCandidates(library: string): string[] {
  const pythons = listNames(library).filter((name) => /^python3(\.\d+)?$/.test(name));
  const newestFirst = pythons.toSorted((a, b) => minorVersion(b) - minorVersion(a));
  return newestFirst.flatMap((python) =>
    ["dist-packages", "site-packages"].map((folder) => join(library, python, folder, IN_PACKAGE)),
  );
}

function minorVersion(python: string): number {
  return Number(python.split(".")[1] ?? Infinity);
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readSchemaFile(path: string): string {
  try {
    const content = readLimited(path, MAX_BYTES);
    if (content === null) throw new Error(TOO_LARGE);
    return new TextDecoder().decode(content);
  } catch (error) {
    throw unreadable(path, describeSystemError(error as Error), error);
  }
}

async function download(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await readBody(response);
  } catch (error) {
    throw unreadable(url, describeFetchError(error as Error), error);
  }
}

async function readBody({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(TOO_LARGE);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** fetch reports "fetch failed", and the reason in its cause. */
function describeFetchError({ name, message, cause }: Error): string {
  if (name === "TimeoutError") return `no answer in ${TIMEOUT / 1000} seconds`;
  return cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code || message : message;
}

function parseSchema(text: string, name: string): JsonSchema {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    throw unreadable(name, "not JSON", error);
  }
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    throw unreadable(name, "not a JSON object");
  }
  return schema as JsonSchema;
}

function unreadable(name: string, reason: string, cause?: unknown): KubebootError {
  return new KubebootError("unreadable", `the schema ${name} can't be read: ${reason}`, [], { cause });
}
