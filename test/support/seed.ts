import * as fc from "fast-check";

/** Runs are deterministic; SEED=… selects another run, and repeats the one that a failure names. */
export const seed = Number(process.env["SEED"] ?? 1);

/** Part of the name of every test on samples, so that a failure says what to repeat. */
export const SEEDED = `(SEED=${seed})`;

/** `count` samples, for a check that is too expensive to run separately for each. */
export function sample<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { seed, numRuns: count });
}

/** Runs a property; a failure reports the seed and the smallest failing input. */
export async function assertProperty<Values>(
  property: fc.IProperty<Values> | fc.IAsyncProperty<Values>,
  numRuns = 200,
): Promise<void> {
  await fc.assert(property, { seed, numRuns });
}
