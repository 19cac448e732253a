/** The modules that run commands and write files (cloudinit/config/cc_*.py). */
import { isMapping } from "../../yaml/is-mapping.js";
import { plainly, type Described, type ModuleRow, type ModuleRows } from "./described.js";
import { count, firstLine, isOn, items, mappingOf, pythonText, scalar, shown } from "./words.js";

export const COMMAND_MODULES: ModuleRows = {
  bootcmd: {
    keys: ["bootcmd"],
    describe: ({ bootcmd }) => describeCommands(bootcmd, "runs"),
  },
  write_files: describeFiles(false),
  runcmd: {
    keys: ["runcmd"],
    describe: ({ runcmd }) => {
      const commands = describeCommands(runcmd, "writes the script `runcmd` of");
      // What is wrong with the commands shows where they run.
      return commands && { ...plainly(`${commands.text}; it runs later, among the scripts`), paths: [] };
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
      const { mode, delay = "now", condition = true } = mappingOf(state);
      const verb = { poweroff: "turns the machine off", reboot: "reboots", halt: "halts the machine" }[shown(mode)];
      if (verb === undefined || condition === false) return null;
      const when = scalar(delay) === "now" ? "when cloud-init has ended" : `with the delay ${scalar(delay)}`;
      return plainly(`${verb} ${when}${condition === true ? "" : ", if the condition is met"}`);
    },
  },
};

/** The commands, a line each. */
export function listCommands(commands: unknown): string[] {
  return (Array.isArray(commands) ? commands : []).flatMap((command) => {
    if (command === null) return [];
    return [firstLine(Array.isArray(command) ? command.map(pythonText).join(" ") : shown(command))];
  });
}

function describeCommands(commands: unknown, verb: string): Described | null {
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
        return isMapping(file) && (mayDefer && isOn(file["defer"])) === deferred ? [{ file, index }] : [];
      });
      return own.length === 0
        ? null
        : {
            text: `writes ${count(own.length, "file")}`,
            details: own.map(({ file }) => describeFile(file)),
            paths: own.map(({ index }) => ["write_files", index]),
          };
    },
  };
}

function describeFile({
  path,
  permissions,
  owner,
  append,
  content,
  source,
}: Readonly<Record<string, unknown>>): string {
  const mode = typeof permissions === "number" ? permissions.toString(8).padStart(4, "0") : scalar(permissions);
  const pieces = [scalar(path) ?? "?", mode ?? "0644", scalar(owner) ?? "root:root"];
  if (isOn(append)) pieces.push("(appended)");
  if (source !== undefined) pieces.push("(fetched)");
  else if ((content ?? "") === "") pieces.push("(empty)");
  return pieces.join("  ");
}
