import type { PartChange, ReadBundle } from "../model.js";

/** Two blobs, and the change of each part. */
export interface BundleChanges {
  before: ReadBundle;
  after: ReadBundle;
  parts: readonly PartChange[];
}
