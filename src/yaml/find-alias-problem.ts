/** js-yaml's events of a text and its values → the alias that makes them too large, or infinite. */
import { EVENT_ID, type Event } from "js-yaml";
import { countValues } from "./count-values.js";
import type { YamlProblem } from "./yaml-problem.js";

/** Far more than user-data can hold. */
const MOST_VALUES = 1_000_000;

/** The first alias if expanding all aliases makes too many values, or null. */
export function findAliasProblem(events: readonly Event[], documents: readonly unknown[]): YamlProblem | null {
  const alias = events.find((event) => event.type === EVENT_ID.ALIAS);
  if (!alias || countValues(documents, MOST_VALUES) < MOST_VALUES) return null;
  const position = alias.anchorStart - 1;
  return { position, reason: "its aliases stand for a million values or more", fix: "write the values out" };
}
