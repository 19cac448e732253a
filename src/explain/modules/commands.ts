/** The modules that run commands and write files (cloudinit/config/cc_*.py). */
import { posix } from "node:path";
import { isTrue } from "../../cloud-config/list-made-users.js";
import { isMapping } from "../../yaml/is-mapping.js";
import { plainly, type Described, type ModuleRow, type ModuleRows } from "./described.js";
import { count, firstLine, items, mappingOf, pythonText, scalar, shown } from "./words.js";

export const COMMAND_MODULES: ModuleRows = {
  bootcmd: {
    keys: ["bootcmd"],
    describe: ({ bootcmd }) => describeCommands(bootcmd, "runs"),
  },
  write_files: describeFiles(false),
  runcmd: {
    keys: ["runcmd"],
    describe: ({ runcmd }) => {
      if (!isScript(runcmd)) return describeCommands(runcmd, "runs");
      const commands = count(listCommands(runcmd).length, "command");
      const text = `writes the script \`runcmd\` of ${commands}; it runs later, among the scripts`;
      // What is wrong with the commands shows where they run.
      return { ...plainly(text), paths: [] };
    },
  },
  write_files_deferred: describeFiles(true),
  phone_home: {
    keys: ["phone_home"],
    describe: ({ phone_home: home }) => plainly(`calls ${scalar(mappingOf(home)["url"]) ?? "a URL"}`),
  },
  final_message: {
    keys: ["final_message"],
    describe: ({ final_message: message }) => plainly(`prints "${firstLine(scalar(message) ?? "")}"`),
  },
  power_state_change: {
    keys: ["power_state"],
    describe: ({ power_state: state }) => {
      const { mode, delay = "now", condition = true, timeout = 0 } = mappingOf(state);
      const verb = { poweroff: "turns the machine off", reboot: "reboots", halt: "halts the machine" }[shown(mode)];
      const isRefused = Number.isNaN(Number(timeout)) || (!Array.isArray(condition) && !isTextOrSwitch(condition));
      if (verb === undefined || condition === false || isRefused) return null;
      const when = scalar(delay) === "now" ? "when cloud-init has ended" : `with the delay ${scalar(delay)}`;
      return plainly(`${verb} ${when}${condition === true ? "" : ", if the condition is met"}`);
    },
  },
};

function isTextOrSwitch(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean";
}

/** Whether cloud-init can write the commands to a script, which may have none (util.py, shellify). */
export function isScript(commands: unknown): boolean {
  return Array.isArray(commands) && commands.every(isCommand);
}

function isCommand(command: unknown): boolean {
  return command === null || typeof command === "string" || Array.isArray(command);
}

/** The commands, a line each. */
export function listCommands(commands: unknown): string[] {
  return (Array.isArray(commands) ? commands : []).flatMap((command) => {
    if (command === null) return [];
    return [firstLine(Array.isArray(command) ? command.map(pythonText).join(" ") : shown(command))];
  });
}

/** One that cloud-init can't write keeps the others from running. */
function describeCommands(commands: unknown, verb: string): Described | null {
  const refused = Array.isArray(commands) ? commands.findIndex((each) => !isCommand(each)) : -1;
  if (refused !== -1) return plainly(`fails and runs nothing: command ${refused + 1} is neither text nor a list`);
  const details = listCommands(commands);
  return details.length === 0 ? null : { text: `${verb} ${count(details.length, "command")}`, details };
}

/** The owner and the mode by default are those of cc_write_files.py. */
function describeFiles(deferred: boolean): ModuleRow {
  return {
    keys: ["write_files"],
    describe: ({ write_files: files }, isRead) => {
      const mayDefer = isRead("write_files[].defer");
      const own = items(files).flatMap((file, index) => {
        const isOwn = isMapping(file) && (mayDefer && isTrue(file["defer"])) === deferred && Boolean(file["path"]);
        return isOwn ? [{ file, index }] : [];
      });
      if (own.length === 0) return null;
      const refused = own.findIndex(({ file }) => !hasText(file));
      const written = refused === -1 ? own : own.slice(0, refused);
      const failure = refused === -1 ? "" : `, then fails: the content of ${pathOf(own[refused]!.file)} is not text`;
      return {
        text: `writes ${count(written.length, "file")}${failure}`,
        details: written.map(({ file }) => describeFile(file)),
        paths: own.map(({ index }) => ["write_files", index]),
      };
    },
  };
}

type File = Readonly<Record<string, unknown>>;

/** What has no text ends the module (cc_write_files.py, write_files). */
function hasText({ content = "", source }: File): boolean {
  return typeof content === "string" || content instanceof Uint8Array || source !== undefined;
}

function pathOf({ path }: File): string {
  return posix.resolve("/", scalar(path) ?? "?");
}

function describeFile(file: File): string {
  const { permissions, owner, append, content, source } = file;
  const pieces = [pathOf(file), modeOf(permissions), scalar(owner) ?? "root:root"];
  if (isTrue(append)) pieces.push("(appended)");
  if (source !== undefined) pieces.push("(fetched)");
  else if ((content ?? "") === "") pieces.push("(empty)");
  return pieces.join("  ");
}

/** What is not octal counts as nothing (cc_write_files.py, decode_perms). */
function modeOf(permissions: unknown): string {
  if (typeof permissions === "number") return Math.trunc(permissions).toString(8).padStart(4, "0");
  const text = scalar(permissions) ?? "";
  return /^(?:0o)?[0-7]+$/.test(text) ? text : "0644";
}
