/** The result; null on every failure, because a cache is never worth a message. */
export function attempt<Result>(action: () => Result | null): Result | null {
  try {
    return action();
  } catch {
    return null;
  }
}
