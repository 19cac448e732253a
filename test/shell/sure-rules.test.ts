import { expect, test } from "vitest";
import { findEarlyEnd } from "../../src/shell/find-early-end.ts";
import { findQuestions } from "../../src/shell/find-questions.ts";
import { parseScript } from "../../src/shell/parse-script.ts";

test.each([
  ["reboot", "reboot"],
  ["/sbin/reboot -f", "reboot -f"],
  ["sudo -n poweroff", "poweroff"],
  ["shutdown -h now", "shutdown -h now"],
  ["systemctl --no-block reboot", "systemctl --no-block reboot"],
  ["init 6", "init 6"],
  ["reboot >/dev/null 2>&1", "reboot"],
  ["'reboot'", "reboot"],
  ["reboot &", null],
  ["shutdown -r", null],
  ["shutdown -r +1", null],
  ["shutdown -k now", null],
  ["systemctl restart reboot", null],
  ["init 3", null],
  ["reboot --wtmp-only", null],
  ["halt $option", null],
  ["(reboot)", null],
  ["true && reboot", null],
  ["reboot | cat", null],
  ["reboot() { :; }; reboot", null],
])("%j before other commands ends the system: %j", (command, expected) => {
  const { commands, functions } = parseScript(`${command}\necho\ntouch x\n`, "dash");
  expect(findEarlyEnd(commands, functions)?.name ?? null).toBe(expected);
});

test.each(["", "exit 0\n", "sleep 5; echo done\n", "sync && reboot -f\n"])("%j behind it does not matter", (rest) => {
  const { commands, functions } = parseScript(`touch x\nreboot\n${rest}`, "dash");
  expect(findEarlyEnd(commands, functions)).toBeNull();
});

test.each([
  ["apt-get install x", "apt-get -y install"],
  ["apt -t stable install x", "apt -y install"],
  ["env DEBIAN_FRONTEND=noninteractive apt-get dist-upgrade", "apt-get -y dist-upgrade"],
  ["apt-get -q install x", "apt-get -y install"],
  ["if a; then yum update; fi", "yum -y update"],
  ["dnf --enablerepo=x module install y", "dnf -y install"],
  ["zypper in x", "zypper -n in"],
  ["pacman -Rns x", "pacman --noconfirm -Rns"],
  ["apt-get install x | tee log", "apt-get -y install"],
  ["apt-get update", null],
  ["apt-get download install", null],
  ["apt-get install -y x", null],
  ["apt-get -fy install", null],
  ["apt-get install x -qq", null],
  ["apt-get -c x.conf install y", null],
  ['apt-get install "$x"', null],
  ["yes | apt-get install x", null],
  ["yes | apt-get remove x | tee log; apt-get install y", "apt-get -y install"],
  ["echo y | tee log\napt-get install x", "apt-get -y install"],
  ["apt-get install x <<END\ny\nEND", null],
  ["{ apt-get install x; } <file", null],
  ["while read -r x; do yum install y; done <file", null],
  ["pacman -Sy", null],
  ["pacman -Ss x", null],
  ["zypper refresh", null],
  ["ssh host apt-get install x", null],
  ["echo 'apt-get install x'", null],
  ["apt-get() { command apt-get -y; }; yum list", null],
  ["alias apt-get='apt-get -y'; apt-get install x", null],
])("%j asks, and is better written as %j", (text, expected) => {
  const { commands, functions, problem } = parseScript(`${text}\n`, "bash");
  expect(problem).toBeNull();
  expect(findQuestions(text, commands, functions)[0]?.fixed ?? null).toBe(expected);
});
