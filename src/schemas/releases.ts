import type { JsonSchema } from "../model.js";
import type { Change } from "../releases/changes.js";
import type { Distribution, Release } from "../releases/releases.js";
import { flagOf, listOf, objectOf, orNull, refTo, textOf, wordOf } from "./shapes.js";

const DISTRIBUTION = wordOf<Distribution>("A distribution.", {
  debian: true,
  ubuntu: true,
  rhel: true,
  fedora: true,
  amazon: true,
  suse: true,
  alpine: true,
});

const RELEASE = objectOf<keyof Release>("An image, and what reads user-data there.", {
  name: textOf("The name for `--release`."),
  aliases: listOf("Other names for `--release`.", textOf("A name.")),
  version: orNull(textOf("The cloud-init of the first images; null if something else reads user-data.")),
  latest: orNull(textOf("The cloud-init that updates have brought; null if something else reads user-data.")),
  reader: textOf("What reads user-data."),
  distribution: orNull(DISTRIBUTION),
  supported: flagOf("Whether the image still gets updates, without a contract."),
  lacks: listOf("Programs that user-data often expects, and that the image lacks.", textOf("A program.")),
  withoutModules: listOf("The modules that its configuration leaves out.", textOf("A module.")),
  refusesColons: flagOf("Whether its YAML reader refuses `:` in unquoted text inside brackets."),
  note: orNull(textOf("What else differs, in a few words.")),
  source: orNull(textOf("Where the versions come from, and when.")),
});

const CHANGE = objectOf<keyof Change>(
  "What cloud-init reads only in some of its releases, or on some distributions.",
  {
    kind: wordOf<Change["kind"]>("What it is: a content type, or a key of cloud-config.", { type: true, key: true }),
    name: textOf("The type, or the path of the key: `[]` is each item of a list, `*` each key of a mapping."),
    since: textOf("The first release that reads it; missing if all do that kubeboot knows."),
    until: textOf("The first release that no longer reads it; missing if none."),
    on: listOf("The only distributions where it is read; missing for all.", DISTRIBUTION),
  },
  ["since", "until", "on"],
);

/** `releases --json` */
export const RELEASES_SCHEMA: JsonSchema = {
  title: "kubeboot releases --json",
  ...objectOf("The tables of images and of the releases of cloud-init.", {
    releases: listOf("Every image.", refTo("release")),
    versions: listOf("The releases of cloud-init that kubeboot knows, oldest first.", textOf("A version.")),
    changes: listOf("What each of them reads.", refTo("change")),
  }),
  $defs: { release: RELEASE, change: CHANGE },
};
