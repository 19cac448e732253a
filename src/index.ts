export { createBundle, type BundleOptions } from "./pipeline.js";
export { KubebootError, type KubebootErrorCode } from "./errors.js";
export type { HandlerMode } from "./part-handler.js";
export type * from "./model.js";
