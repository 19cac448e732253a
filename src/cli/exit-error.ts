/** Ends a command that has already reported its failure: only the exit status remains. */
export class ExitError extends Error {
  override readonly name = "ExitError";

  constructor(readonly status: number) {
    super("the failure has been reported");
  }
}
