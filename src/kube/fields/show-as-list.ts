/** A single value in the place of a list → the list that it probably stands for, as a line of YAML. */
import { dump } from "js-yaml";
import type { FieldType } from "./field-table.js";
import { textOf } from "../../text/text-of.js";

/** The longest list that a hint shows. */
const ROOM = 60;

/**
 * Text with several words, such as a command, is one item a word; quotes keep words together as in a shell. Items that
 * YAML reads as something other than text are in quotes.
 * @param item the type of the list's items
 */
export function showAsList(key: string, value: unknown, item: FieldType): string {
  const items = item.form === "text" ? splitWords(textOf(value)) : [value];
  const whole = writeList(items);
  const list = whole.length <= ROOM && !whole.includes("\n") ? whole : "[…]";
  return `${key}: ${list}`;
}

function splitWords(text: string): string[] {
  const words = text.match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}

function writeList(items: readonly unknown[]): string {
  return dump(items, { flowLevel: 0, lineWidth: -1, quoteStyle: "double" }).trimEnd();
}
