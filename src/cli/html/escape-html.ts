import { escapeControls } from "../render.js";

/**
 * Text → HTML that shows it, in an element or in an attribute in quotes; what is no legal character is shown as `�`, and
 * what turns the direction of the text as its number.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, "\ufffd")
    .replace(/[^\t\n\r]+/g, escapeControls)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
