/** What a table of the kinds of an old version consists of. */
import type { Shape } from "./rules.js";

/** A kind of an old version. */
export interface OldKind {
  shape: Shape;
  /** Its name in v1, if it has another one. */
  kind?: string;
}

/** The kinds of a version, by their names. */
export type OldKinds = Readonly<Record<string, OldKind>>;
