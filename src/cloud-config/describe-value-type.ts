import { listForms, type ValueType } from "./value-type.js";

/** In words, behind "takes": `text or a list`, `\`auto\` or a size such as 512M`. */
export function describeValueType(valueType: ValueType): string {
  return joinWords([...new Set(listForms(valueType).flatMap(describeForm))]);
}

/** `a, b or c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function describeForm(form: ValueType): string[] {
  switch (form.kind) {
    case "oneOf":
      return form.values.map((value) => (typeof value === "string" ? `\`${value}\`` : String(value)));
    case "flag":
      return ["true", "false"];
    case "text":
      return [form.form?.words ?? "text"];
    case "number":
    case "integer":
      return [describeNumber(form.kind, form.min)];
    default:
      return [WORDS[form.kind]];
  }
}

function describeNumber(kind: "number" | "integer", min: number): string {
  const word = kind === "number" ? "a number" : "a whole number";
  return min === -Infinity ? word : `${word} of at least ${min}`;
}

type OtherKind = Exclude<ValueType["kind"], "oneOf" | "flag" | "text" | "number" | "integer">;

const WORDS: Readonly<Record<OtherKind, string>> = {
  any: "anything",
  scalar: "text",
  mode: "text",
  nothing: "nothing",
  list: "a list",
  mapping: "a mapping",
  names: "a mapping",
  variants: "a mapping",
  either: "anything",
  lenient: "anything",
};
