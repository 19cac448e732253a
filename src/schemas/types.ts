import type { JsonSchema } from "../model.js";
import type { Marker } from "../part/content-types.js";
import { listOf, objectOf, refTo, textOf } from "./shapes.js";

const TYPE = objectOf<keyof Marker>(
  "A marker and the content type that it stands for.",
  {
    marker: textOf("What the first line begins with."),
    type: textOf("The content type."),
    meaning: textOf("What happens to such a part on the instance."),
    kind: textOf("The kind of Kubernetes object; missing for any kind, and for other content."),
    extension: textOf("The file extension that gives the type to content without a marker."),
  },
  ["kind", "extension"],
);

/** `types --json` */
export const TYPES_SCHEMA: JsonSchema = {
  title: "kubeboot types --json",
  ...objectOf("The table of markers.", { types: listOf("Every marker.", refTo("type")) }),
  $defs: { type: TYPE },
};
