/** What an API server rejects in labels, annotations and selectors (apimachinery, util/validation). */
import { checkChoice, forbid, requireFilled } from "./values.js";
import { DNS_LABEL, DNS_SUBDOMAIN, checkNameAt } from "./check-name.js";
import { at, entriesAt, itemsAt, textAt, type Cursor } from "./cursor.js";

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

const NAME_WORDS = "up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends";
const KEY_WORDS = `${NAME_WORDS}, after a domain and \`/\` or alone`;

/** Whether the text is a name such as `app` or `example.com/app` (IsQualifiedName). */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf("/");
  return NAME.test(text.slice(slash + 1)) && (slash === -1 || DNS_SUBDOMAIN.pattern.test(text.slice(0, slash)));
}

/** Checks the metadata of an object or of a template. */
export function checkMetadata(metadata: Cursor): void {
  checkLabels(at(metadata, "labels"), "label");
  for (const [key, annotation] of entriesAt(metadata, "annotations")) {
    if (!isQualifiedName(key.toLowerCase())) {
      annotation.complain("v1-label", annotation.path, { what: "annotation key", text: key, rule: KEY_WORDS });
    }
  }
  for (const owner of itemsAt(metadata, "ownerReferences")) requireFilled(owner, "apiVersion", "kind", "name", "uid");
  // An empty one is none (apimachinery, ObjectMeta).
  if (textAt(metadata, "namespace") !== "") checkNameAt(at(metadata, "namespace"), "namespace", DNS_LABEL);
}

/** Checks the keys and values of a mapping of labels; `what` is "label" or what else they are. */
export function checkLabels(labels: Cursor, what: string): void {
  for (const [key, label] of entriesAt(labels)) {
    if (!isQualifiedName(key))
      label.complain("v1-label", label.path, { what: `${what} key`, text: key, rule: KEY_WORDS });
    const { value } = label;
    if (typeof value !== "string" || value === "" || NAME.test(value)) continue;
    label.complain("v1-label", label.path, { what: `${what} value`, text: value, rule: NAME_WORDS });
  }
}

/** Checks a label selector (apimachinery, apis/meta/v1/validation). */
export function checkSelector(selector: Cursor): void {
  checkLabels(at(selector, "matchLabels"), "label");
  for (const expression of itemsAt(selector, "matchExpressions")) {
    checkChoice(at(expression, "operator"), ["In", "NotIn", "Exists", "DoesNotExist"]);
    checkExpression(expression);
  }
}

/** Checks the key of an expression, and the values that its operator needs. */
export function checkExpression(expression: Cursor): void {
  const key = textAt(expression, "key");
  if (key !== null && !isQualifiedName(key)) {
    expression.complain("v1-label", [...expression.path, "key"], { what: "label key", text: key, rule: KEY_WORDS });
  }
  const operator = textAt(expression, "operator");
  if (operator === "In" || operator === "NotIn") requireFilled(expression, "values");
  const { length } = itemsAt(expression, "values");
  if (length > 0 && (operator === "Exists" || operator === "DoesNotExist")) {
    forbid(expression, "values", `beside the operator \`${operator}\``);
  }
}
