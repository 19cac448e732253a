/** A YAML text → js-yaml's events, for readers to whom indentation inside brackets means nothing. */
import { YAMLException, parseEvents, type Event } from "js-yaml";
import { findCollectionKey } from "./find-collection-key.js";

/** How many characters may be parsed again: a text that needs more is refused as js-yaml does. */
const REPARSED_LIMIT = 2 ** 23;

/** More blanks than this are needed by no line that a person wrote. */
const BLANKS = " ".repeat(64);

/**
 * Parses all documents of a text. YAML wants what stands inside brackets, and the closing one, further
 * right than the key they belong to; PyYAML and go-yaml don't care, and people write
 *
 *     packages: [
 *       curl,
 *     ]
 *
 * which js-yaml refuses (YAML 1.2 section 7.4). Lines that it refuses are moved right until it takes them.
 *
 * @returns events whose offsets are in the given text
 * @throws {YAMLException} for a syntax error, and for a key that is no scalar, its position in the given text
 */
export function parseYaml(text: string): Event[] {
  const events = parseMoved(text);
  const position = findCollectionKey(events);
  if (position !== null) YAMLException.throwAt(text, position, COLLECTION_KEY);
  return events;
}

const COLLECTION_KEY = "a mapping or a list as a key; text that begins with {{ needs quotes";

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
      if (error.reason !== "deficient indentation" || left < 0) {
        return YAMLException.throwAt(text, toGiven(position, moved), error.reason);
      }
      source = source.slice(0, position) + BLANKS + source.slice(position);
      moved.push(position);
    }
  }
}

/** The event with offsets of the text before anything was moved; -1 stands for none. */
function rebase(event: Event, moved: readonly number[]): Event {
  const entries = Object.entries(event).map(([name, value]) => [
    name,
    /(?:Start|End|^start)$/.test(name) && typeof value === "number" ? toGiven(value, moved) : value,
  ]);
  return Object.fromEntries(entries) as Event;
}

/** Later moves stand further behind: each is undone with the offset that it was made at. */
function toGiven(offset: number, moved: readonly number[]): number {
  return moved.reduceRight((at, start) => (at > start ? Math.max(start, at - BLANKS.length) : at), offset);
}
