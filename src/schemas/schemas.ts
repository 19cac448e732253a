import type { JsonSchema } from "../model.js";
import { BUNDLE_SCHEMA } from "./bundle.js";
import { EXPLAIN_SCHEMA } from "./explain.js";
import { EXTRACT_SCHEMA } from "./extract.js";
import { FLEET_REPORT_SCHEMA } from "./fleet-report.js";
import { FLEET_SCHEMA } from "./fleet.js";
import { INSPECT_DIFF_SCHEMA } from "./inspect-diff.js";
import { INSPECT_SCHEMA } from "./inspect.js";
import { LINT_GITLAB_SCHEMA } from "./lint-gitlab.js";
import { LINT_LIST_SCHEMA } from "./lint-list.js";
import { LINT_SCHEMA } from "./lint.js";
import { PLATFORMS_SCHEMA } from "./platforms.js";
import { RELEASES_SCHEMA } from "./releases.js";
import { TYPES_SCHEMA } from "./types.js";

/** THE table of schemas, by name. Each has a `title`: what it describes, in a few words. */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  bundle: BUNDLE_SCHEMA,
  lint: LINT_SCHEMA,
  "lint-list": LINT_LIST_SCHEMA,
  "lint-gitlab": LINT_GITLAB_SCHEMA,
  explain: EXPLAIN_SCHEMA,
  inspect: INSPECT_SCHEMA,
  "inspect-diff": INSPECT_DIFF_SCHEMA,
  extract: EXTRACT_SCHEMA,
  fleet: FLEET_SCHEMA,
  "fleet-report": FLEET_REPORT_SCHEMA,
  types: TYPES_SCHEMA,
  platforms: PLATFORMS_SCHEMA,
  releases: RELEASES_SCHEMA,
};
