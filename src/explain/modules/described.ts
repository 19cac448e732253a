/** What a module does with a cloud-config. */
export interface Described {
  /** In a line, without a subject: `writes 2 files`. */
  text: string;
  /** One line for each of them. */
  details: string[];
  /** The values that it is about; by default those of all its keys. */
  paths?: (string | number)[][];
}

/** A module of cloud-init. */
export interface ModuleRow {
  /** The keys of cloud-config that it reads. */
  keys: readonly string[];
  /** Null if it does nothing with these values. Some keys are read only by some releases. */
  describe: (config: Readonly<Record<string, unknown>>, isRead: (key: string) => boolean) => Described | null;
}

/** Modules by name, with underscores. */
export type ModuleRows = Readonly<Record<string, ModuleRow>>;

/** A description without details. */
export function plainly(text: string): Described {
  return { text, details: [] };
}
