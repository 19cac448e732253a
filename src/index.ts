export { createBundle, extractBundle, lintSources, readBundle, upgradeManifests } from "./pipeline.js";
export { explainSources } from "./explain-sources.js";
export { createFleet, type Fleet, type FleetOptions } from "./create-fleet.js";
export { explainNode } from "./lint-fleet.js";
export type { FleetDescription, FleetNodeSettings, FleetSettings } from "./fleet/description.js";
export type { FleetNode } from "./fleet/fleet-node.js";
export type { NodeState } from "./fleet/plan-fleet.js";
export type { FleetRecord, RecordedNode } from "./fleet/record.js";
export { writeFleet, type WriteFleetOptions, type WrittenFleet } from "./fleet/write-fleet.js";
export type { OpenFleetOptions } from "./open-fleet.js";
export type { Values, ValuesInput } from "./templates/merge-values.js";
export { renderSource } from "./render-source.js";
export { KubebootError, type KubebootErrorCode } from "./errors.js";
export type {
  Conflict,
  ExplainedConfig,
  ExplainedPart,
  Explanation,
  Frequency,
  KeyOrigin,
  Origin,
  StageName,
  Step,
  StepKind,
} from "./explain/explanation.js";
export type { FindingOf } from "./findings/finding.js";
export type { FindingCode } from "./findings/table.js";
export type {
  BundleOptions,
  ExtractOptions,
  HandlerMode,
  LintOptions,
  ReadOptions,
  RenderOptions,
  SourceOptions,
  UpgradeOptions,
} from "./options.js";
export type {
  Bundle,
  ExtractedBundle,
  ExtractedFile,
  Finding,
  Layer,
  LintedText,
  LintResult,
  Location,
  MemorySource,
  Part,
  ReadBundle,
  ReadPart,
  Severity,
  SourceInput,
  Stdin,
  TransferEncoding,
  UpgradedManifests,
} from "./model.js";
export type {
  BundleReport,
  CheckTable,
  CodeQualityIssue,
  CodeQualityReport,
  ExplainReport,
  ExtractReport,
  FleetReport,
  InspectDiffReport,
  InspectReport,
  LintReport,
  ListedCheck,
  PlatformTable,
  ReleaseTable,
  ReportedBlob,
  ReportedChange,
  ReportedExplainedPart,
  ReportedFile,
  ReportedLimit,
  ReportedNode,
  ReportedPart,
  ReportedReadPart,
  Reports,
  TypeTable,
} from "./reports.js";
