/** A YAML text → js-yaml's events, for readers that ignore indentation inside brackets. */
import { YAMLException, parseEvents, type Event } from "js-yaml";
import { findCollectionKey } from "./find-collection-key.js";

/** How many characters may be parsed again: a text that needs more is rejected as js-yaml does. */
const REPARSED_LIMIT = 2 ** 23;

/** More blanks than any line written by a person needs. */
const BLANKS = " ".repeat(64);

/**
 * Parses all documents of a text. YAML requires the content of brackets, and the closing one, to be indented more
 * than their key, and a space before a comment; PyYAML and go-yaml don't, and people write
 *
 *     packages: [
 *       curl,
 *     ]# for the scripts
 *
 * which js-yaml rejects (YAML 1.2 sections 6.6 and 7.4). What it rejects is moved right until it accepts it.
 *
 * @returns events whose offsets are in the given text
 * @throws {YAMLException} for a syntax error, and for a key that is not a scalar, with its position in the given text
 */
export function parseYaml(text: string): Event[] {
  const events = parseMoved(text);
  const position = findCollectionKey(events);
  if (position !== null) YAMLException.throwAt(text, position, COLLECTION_KEY);
  return events;
}

const COLLECTION_KEY = "a mapping or a list can't be a key";

function parseMoved(text: string): Event[] {
  const moved: number[] = [];
  let source = text;
  for (let left = REPARSED_LIMIT; ; left -= source.length) {
    try {
      const events = parseEvents(source, {});
      return moved.length === 0 ? events : events.map((event) => rebase(event, moved));
    } catch (error) {
      if (!(error instanceof YAMLException) || !error.mark) throw error;
      const { position } = error.mark;
      const isMovable = error.reason === "deficient indentation" || source[position] === "#";
      if (!isMovable || left < 0) {
        return YAMLException.throwAt(text, toGiven(position, moved), error.reason);
      }
      source = source.slice(0, position) + BLANKS + source.slice(position);
      moved.push(position);
    }
  }
}

/** The event with offsets in the original text; -1 means none. */
function rebase(event: Event, moved: readonly number[]): Event {
  const entries = Object.entries(event).map(([name, value]) => [
    name,
    /(?:Start|End|^start)$/.test(name) && typeof value === "number" ? toGiven(value, moved) : value,
  ]);
  return Object.fromEntries(entries) as Event;
}

/** Moves are undone in reverse order, each with the offset at which it was made. */
function toGiven(offset: number, moved: readonly number[]): number {
  return moved.reduceRight((at, start) => (at > start ? Math.max(start, at - BLANKS.length) : at), offset);
}
