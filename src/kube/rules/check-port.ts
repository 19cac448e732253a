/** Port numbers, and the ports that a name or a number refers to. */
import { PORT_NAME, checkNameAt } from "./check-name.js";
import type { Cursor } from "./cursor.js";
import { checkRange } from "./values.js";

const MAX_PORT = 65_535;

/** Reports a number that no port has. */
export function checkPort(cursor: Cursor): void {
  checkRange(cursor, 1, MAX_PORT);
}

/** Checks a reference to a port, which is a number, or the name of a port of a container. */
export function checkPortReference(cursor: Cursor, key: string): void {
  checkPort(cursor);
  checkNameAt(cursor, key, PORT_NAME);
}
