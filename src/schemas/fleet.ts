import {
  FLEET_SETTINGS,
  NODE_SETTINGS,
  ROLE_SETTINGS,
  type Setting,
  type SettingKind,
} from "../fleet/setting-kinds.js";
import type { JsonSchema } from "../model.js";
import { refTo } from "./shapes.js";

const TYPES: Readonly<Record<SettingKind, JsonSchema>> = {
  text: { type: "string" },
  "a whole number": { type: "integer" },
  "true or false": { type: "boolean" },
  "a mapping": { type: "object" },
  "a list of texts": { type: "array", items: { type: "string" } },
};

/** FLEET.yaml, for editors: unknown keys are forbidden where they are no variables. */
export const FLEET_SCHEMA: JsonSchema = {
  title: "kubeboot fleet FLEET.yaml",
  type: "object",
  description: "A fleet: which sources each node gets, and the values of its templates.",
  properties: {
    ...describeSettings(FLEET_SETTINGS),
    roles: { ...describeSetting(FLEET_SETTINGS["roles"]!), additionalProperties: refTo("role") },
    nodes: { ...describeSetting(FLEET_SETTINGS["nodes"]!), additionalProperties: refTo("node") },
  },
  required: ["roles", "nodes"],
  additionalProperties: false,
  $defs: {
    role: {
      type: ["object", "null"],
      description: "What the nodes of the role have: more sources and values, and options that win over the fleet's.",
      properties: describeSettings(ROLE_SETTINGS),
      additionalProperties: false,
    },
    node: {
      type: "object",
      description: "A node, or all that its name makes. Each other key is a variable.",
      properties: describeSettings(NODE_SETTINGS),
      required: ["role"],
    },
  },
};

function describeSettings(settings: Readonly<Record<string, Setting>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, describeSetting(setting)]));
}

function describeSetting({ kinds, texts, meaning }: Setting): JsonSchema {
  const description = `${meaning[0]!.toUpperCase()}${meaning.slice(1)}.`;
  const shapes = kinds.map((kind) => (kind === "text" && texts ? { type: "string", enum: texts } : TYPES[kind]));
  return shapes.length === 1 ? { description, ...shapes[0] } : { description, anyOf: shapes };
}
