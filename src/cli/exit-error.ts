/** Ends a command that has told of its failure by itself: only the exit status is left to give. */
export class ExitError extends Error {
  override readonly name = "ExitError";

  constructor(readonly status: number) {
    super("told already");
  }
}
