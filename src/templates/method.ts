import type { Args, Value } from "./values.js";

/** A method: its parameters, as `bindArgs` reads them, and what it does with their values. */
export type Method<Of> = [signature: string, run: (of: Of, values: (Value | undefined)[], args: Args) => Value];
