import { CommanderError } from "commander";
import { KubebootError, type KubebootErrorCode } from "../errors.js";
import { ExitError } from "./exit-error.js";

/** The exit status of a command line that ended with this error: 1, 2 or 3, and 0 for help that was asked for. */
export function exitStatus(error: unknown): number {
  if (error instanceof KubebootError) return STATUS[error.code];
  if (error instanceof ExitError) return error.status;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return 3;
}

const STATUS = { usage: 2, unreadable: 2, invalid: 1 } satisfies Record<KubebootErrorCode, number>;
