/** A boot's log, and an explanation → the events in them, in order, in the same words. */
import type { Explanation, Step } from "../../src/index.ts";

/** A command in a root that leaves its arguments in cloud-init's log, between what cloud-init itself writes there. */
export const SAY_COMMAND = '#!/bin/sh\necho "SAID $*" >> /var/log/cloud-init.log\n';

/** What happened: `module bootcmd`, `said a`, `file /etc/a`, `script a.sh`, `boothook a.txt`. */
export function readEvents(log: string): string[] {
  return log.split("\n").flatMap((line) => {
    const found = EVENTS.find(({ pattern }) => pattern.test(line));
    const [, text = ""] = found?.pattern.exec(line) ?? [];
    return found ? [`${found.name} ${found.name === "module" ? text.replaceAll("-", "_") : text}`] : [];
  });
}

const EVENTS = [
  { name: "said", pattern: /^SAID (.*)$/ },
  { name: "module", pattern: /\[DEBUG\]: Running module (\S+) \(.* with frequency / },
  { name: "boothook", pattern: /Running command \['\/var\/lib\/cloud\/instances?(?:\/first)?\/boothooks\/([^']*)'\]/ },
  {
    name: "script",
    pattern: /Running command \['\/var\/lib\/cloud\/(?:instance\/)?scripts\/(?:per-\w+\/)?([^/']*)'\]/,
  },
  { name: "file", pattern: /Writing to (\/etc\/kept\/\S*) - / },
];

/**
 * What an explanation says of the same.
 *
 * @param silent whether scripts and boothooks don't say their names
 */
export function listEvents(steps: readonly Step[], { silent }: { silent: boolean }): string[] {
  return steps.flatMap((step) => {
    const said = step.details.filter((detail) => detail.startsWith("say ")).map((detail) => `said ${detail.slice(4)}`);
    switch (step.kind) {
      case "boothook":
        return [`boothook ${step.name}`, ...(silent ? [] : [`said ${step.name}`])];
      case "script":
        return [`script ${step.name}`, ...(step.name === "runcmd" ? said : silent ? [] : [`said ${step.name}`])];
      case "module":
        return [`module ${step.name}`, ...listFiles(step), ...said];
      default:
        return [];
    }
  });
}

function listFiles({ details }: Step): string[] {
  const paths = details.map((detail) => detail.split("  ")[0]!);
  return paths.filter((path) => path.startsWith("/etc/kept/")).map((path) => `file ${path}`);
}

/** The events of modules that the explanation has a step for, and all others. */
export function omitIdleModules(events: readonly string[], { steps }: Explanation): string[] {
  const acting = new Set(steps.map(({ name }) => `module ${name}`));
  return events.filter((event) => !event.startsWith("module ") || acting.has(event));
}
