import { CONTAINER_PAIRS } from "./container.js";
import { METADATA_PAIRS } from "./metadata.js";
import { OTHER_PAIRS } from "./other-kinds.js";
import type { Pair } from "./pair.js";
import { POD_PAIRS } from "./pod.js";
import { SERVICE_PAIRS } from "./service.js";

/** v1beta1 objects, and the v1 objects that they become. */
export const PAIRS: Pair[] = [...METADATA_PAIRS, ...POD_PAIRS, ...CONTAINER_PAIRS, ...SERVICE_PAIRS, ...OTHER_PAIRS];
