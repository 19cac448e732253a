import { InvalidArgumentError } from "commander";

/**
 * Parses the value of an option that is a whole number from 1.
 *
 * @throws {InvalidArgumentError} for any other value; commander names the option
 */
export function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count === 0) throw new InvalidArgumentError("It must be a whole number of at least 1.");
  return count;
}
