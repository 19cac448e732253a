/** A cloud-config → text that PyYAML reads back as the same values. */
import {
  COLLECTION_STYLE,
  DEFAULT_SCALAR_STYLE_RULES,
  SCALAR_STYLE,
  present,
  type Node,
  type ScalarStyleRule,
} from "js-yaml";
import { isMapping } from "../yaml/is-mapping.js";
import { CONFIG_SCHEMA } from "./config-schema.js";
import { WrittenScalar } from "./written-scalar.js";

/**
 * Writes text of several lines as a block, and everything that PyYAML would take for something else in quotes.
 *
 * @param root made of mappings, lists, texts, nulls and {@link WrittenScalar}
 */
export function writeConfig(root: Readonly<Record<string, unknown>>): string {
  const options = { schema: CONFIG_SCHEMA, lineWidth: -1, scalarStyleRules: STYLE_RULES };
  return `#cloud-config\n${present([{ contents: toNode(root), directives: [] }], options)}`;
}

const { doubleQuoteWhitespaceOnly, tryLongOrMultilineAsBlock, quoteInvalidPlain, fallbackToDoubleQuoted } =
  DEFAULT_SCALAR_STYLE_RULES;

/** A tab is fine in a block, where scripts have it. */
const quoteInvisible: ScalarStyleRule = (layout) => {
  const { value, tag } = layout.node;
  if (tag !== TEXT) return;
  const isUnclear = value.includes("\n")
    ? /[\0-\x08\v-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]|^[ \t]*\n[ \t]*\S|^\s*$/
    : /[\0-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/;
  if (isUnclear.test(value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
};

const STYLE_RULES = [
  quoteInvisible,
  doubleQuoteWhitespaceOnly,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted,
];

const TAG = "tag:yaml.org,2002:";
const TEXT = `${TAG}str`;

function toNode(value: unknown): Node {
  if (typeof value === "string") return makeScalar(value, TEXT);
  if (value === null) return makeScalar("null", `${TAG}null`);
  if (value instanceof WrittenScalar) {
    const { source, tagName, isTagged } = value;
    return makeScalar(source, isTagged ? tagName.replace(TAG, "!!") : tagName, isTagged);
  }
  if (Array.isArray(value)) {
    return {
      kind: "sequence",
      tag: `${TAG}seq`,
      tagged: false,
      style: COLLECTION_STYLE.BLOCK,
      items: value.map(toNode),
    };
  }
  if (!isMapping(value)) throw new TypeError("a value that is not YAML's own");
  const items = Object.entries(value).map(([key, each]) => ({ key: makeScalar(key, TEXT), value: toNode(each) }));
  return { kind: "mapping", tag: `${TAG}map`, tagged: false, style: COLLECTION_STYLE.BLOCK, items };
}

function makeScalar(value: string, tag: string, tagged = false): Node {
  return { kind: "scalar", tag, tagged, style: SCALAR_STYLE.PLAIN, value };
}
