/** The checks that read manifests: loaded only if there are any, because the parser takes time to load. */
import type { Check } from "./check.js";
import { controllers } from "./kube/controllers.js";
import { exportedObjects } from "./kube/exported-objects.js";
import { manifestKind } from "./kube/manifest-kind.js";
import { manifestSyntax } from "./kube/manifest-syntax.js";
import { objectFields } from "./kube/object-fields.js";
import { objectIdentity } from "./kube/object-identity.js";
import { objectKind } from "./kube/object-kind.js";
import { objectList } from "./kube/object-list.js";
import { objectName } from "./kube/object-name.js";
import { objectRepeated } from "./kube/object-repeated.js";
import { objectSize } from "./kube/object-size.js";
import { oldManifest } from "./kube/old-manifest.js";
import { manifestPlaceholders } from "./kube/placeholders.js";
import { repeatedNames } from "./kube/repeated-names.js";
import { serverRules } from "./kube/server-rules.js";
import { untaggedImages } from "./kube/untagged-images.js";
import { versionRemoved } from "./kube/version-removed.js";

export const MANIFEST_CHECKS: readonly Check[] = [
  manifestSyntax,
  manifestKind,
  objectList,
  objectIdentity,
  objectKind,
  objectName,
  objectRepeated,
  exportedObjects,
  objectSize,
  oldManifest,
  versionRemoved,
  controllers,
  repeatedNames,
  serverRules,
  objectFields,
  untaggedImages,
  manifestPlaceholders,
];
