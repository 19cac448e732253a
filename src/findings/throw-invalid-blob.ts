import { KubebootError } from "../errors.js";
import type { Finding } from "../model.js";

/**
 * Ends the reading of a blob.
 *
 * @throws {KubebootError} `invalid`, always
 */
export function throwInvalidBlob(found: Finding): never {
  throw new KubebootError("invalid", `${found.path}: ${found.message}`, [found]);
}
