import type { Undefined } from "./values.js";

/** Why a template is refused. */
export type RefusalKind = "syntax" | "undefined" | "failed" | "unsupported";

/** The template can't be rendered: by cloud-init, or, if `unsupported`, by kubeboot. */
export class TemplateRefusal extends Error {
  /** The position in the template; null until it is known. */
  at: number | null;
  /** The included file that the position is in; null for the template itself. */
  file: string | null = null;

  constructor(
    readonly kind: RefusalKind,
    message: string,
    at: number | null = null,
    readonly missing: Undefined | null = null,
  ) {
    super(message);
    this.at = at;
  }
}
