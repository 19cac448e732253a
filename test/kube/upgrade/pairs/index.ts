import { CONTAINER_PAIRS } from "./container.ts";
import { LIMIT_PAIRS } from "./limits-and-storage.ts";
import { METADATA_PAIRS } from "./metadata.ts";
import { OTHER_PAIRS } from "./other-kinds.ts";
import type { Pair } from "./pair.ts";
import { POD_PAIRS } from "./pod.ts";
import { SERVICE_PAIRS } from "./service.ts";
import { V1BETA3_PAIRS } from "./v1beta3.ts";

/** Objects of old versions, and their v1 objects. */
export const PAIRS: Pair[] = [
  ...METADATA_PAIRS,
  ...POD_PAIRS,
  ...CONTAINER_PAIRS,
  ...SERVICE_PAIRS,
  ...OTHER_PAIRS,
  ...LIMIT_PAIRS,
  ...V1BETA3_PAIRS,
];
