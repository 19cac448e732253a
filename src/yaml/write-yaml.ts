/** A value → YAML that PyYAML and go-yaml read back as the same value. */
import {
  COLLECTION_STYLE,
  DEFAULT_SCALAR_STYLE_RULES,
  SCALAR_STYLE,
  YAML11_SCHEMA,
  present,
  type Node,
  type ScalarStyleRule,
} from "js-yaml";

/** What can be written: texts, booleans, null, numbers, and lists and maps of them. */
export type YamlValue =
  string | boolean | null | bigint | number | readonly YamlValue[] | ReadonlyMap<YamlValue, YamlValue>;

/** How it is written. */
export interface YamlStyle {
  /** Blanks for each level. */
  indent: number;
  /** Whether lists and mappings without others in them are written in brackets. */
  flow: boolean;
}

/** Writes one document, without `---`. */
export function writeYaml(value: YamlValue, { indent, flow }: YamlStyle): string {
  const options = {
    schema: YAML11_SCHEMA,
    lineWidth: -1,
    indent,
    seqNoIndent: true,
    scalarStyleRules: [quoteControls, ...RULES],
  };
  return present([{ contents: toNode(value, flow), directives: [] }], options);
}

const { doubleQuoteWhitespaceOnly, quoteInvalidPlain, fallbackToDoubleQuoted } = DEFAULT_SCALAR_STYLE_RULES;

const RULES = [doubleQuoteWhitespaceOnly, quoteInvalidPlain, fallbackToDoubleQuoted];

const TAG = "tag:yaml.org,2002:";

/** Line ends and what is invisible need escapes. */
const quoteControls: ScalarStyleRule = (layout) => {
  const { value, tag } = layout.node;
  if (tag === `${TAG}str` && /[\0-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/.test(value)) {
    layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
  }
};

function toNode(value: YamlValue, flow: boolean): Node {
  if (typeof value === "string") return makeScalar(value, "str");
  if (value === null) return makeScalar("null", "null");
  if (typeof value === "boolean") return makeScalar(String(value), "bool");
  if (typeof value === "bigint") return makeScalar(String(value), "int");
  if (typeof value === "number") return makeScalar(writeFloat(value), "float");
  const children = value instanceof Map ? [...value.values()] : (value as readonly YamlValue[]);
  const isFlat = children.every((each) => typeof each !== "object" || each === null);
  const style = flow && isFlat ? COLLECTION_STYLE.FLOW : COLLECTION_STYLE.BLOCK;
  if (!(value instanceof Map)) {
    return {
      kind: "sequence",
      tag: `${TAG}seq`,
      tagged: false,
      style,
      items: children.map((each) => toNode(each, flow)),
    };
  }
  const items = [...value].map(([key, each]) => ({ key: toNode(key, flow), value: toNode(each, flow) }));
  return { kind: "mapping", tag: `${TAG}map`, tagged: false, style, items };
}

function makeScalar(value: string, type: string): Node {
  return { kind: "scalar", tag: TAG + type, tagged: false, style: SCALAR_STYLE.PLAIN, value };
}

/** YAML 1.1 needs the point, and the sign of an exponent. */
function writeFloat(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  const text = String(value);
  if (text.includes("e")) return text.includes(".") ? text : text.replace("e", ".0e");
  return text.includes(".") ? text : `${text}.0`;
}
