/** Ends a command that has told of its failure by itself: only the exit status is left to give. */
export class Reported extends Error {
  override readonly name = "Reported";

  constructor(readonly status: number) {
    super("told already");
  }
}
