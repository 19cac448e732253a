/** Units of a part, in any order → the text that holds them. */
import { isJsonText, separateDocument } from "../split-documents.js";
import type { ListFrame } from "./split-list.js";
import type { TextFrame } from "./text-frame.js";

/** What of a unit makes its text. */
interface UnitText {
  text: string;
  list: ListFrame | null;
}

/**
 * Keeps every byte of them; neighbours that are items of the same List share it. What is only JSON goes without the
 * marker of its part, which a JSON reader would reject.
 */
export function joinUnits({ head, json }: TextFrame, units: readonly UnitText[]): string {
  const documents = groupByList(units).map((group) => detachComment(joinItems(group)));
  const chunks = documents.map((document, index) => {
    const isBelowHead = index === 0 && head.replace("\ufeff", "") !== "";
    return endLine(json || isBelowHead ? document : separateDocument(document, index === 0));
  });
  const text = chunks.join("");
  return json || !isJsonText(text) ? head + text : text;
}

/** kubectl takes `---#` for a separator only below a document (apimachinery, util/yaml/decoder.go). */
function detachComment(document: string): string {
  return document.replace(/^---#/, "--- #");
}

function groupByList(units: readonly UnitText[]): UnitText[][] {
  const groups: UnitText[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    if (group && unit.list !== null && group[0]!.list === unit.list) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function joinItems(units: readonly UnitText[]): string {
  const [{ list, text }] = units as [UnitText];
  if (list === null) return text;
  const { head, separator, tail } = list;
  const items = units.map((unit) => (separator === "" ? endLine(unit.text) : unit.text));
  return head + items.join(separator) + tail;
}

function endLine(text: string): string {
  return text.replace(/\n?$/, "\n");
}
