/** Findings → the steps whose line, or part, they are about. */
import type { Finding } from "../model.js";
import type { Origin } from "./explanation.js";

/** What has a place in the sources. */
interface Placed {
  places: readonly Origin[];
}

/**
 * The findings of each step. A finding belongs to the step that begins last at or before its line; one without a line,
 * to the first step of its part.
 */
export function attachFindings<Step extends Placed>(
  steps: readonly Step[],
  findings: readonly Finding[],
): Map<Step, Finding[]> {
  const attached = new Map<Step, Finding[]>();
  const places = listPlaces(steps);
  for (const found of findings) {
    const step = findStep(places.get(nameText(found)) ?? [], found.line);
    if (step === null) continue;
    const own = attached.get(step);
    if (own) own.push(found);
    else attached.set(step, [found]);
  }
  return attached;
}

interface Place<Step> {
  step: Step;
  line: number;
}

function listPlaces<Step extends Placed>(steps: readonly Step[]): Map<string, Place<Step>[]> {
  const places = new Map<string, Place<Step>[]>();
  for (const step of steps) {
    for (const origin of step.places) {
      const text = nameText(origin);
      const own = places.get(text);
      const place = { step, line: origin.line ?? 0 };
      if (own) own.push(place);
      else places.set(text, [place]);
    }
  }
  return places;
}

function findStep<Step>(places: readonly Place<Step>[], line: number | null): Step | null {
  const before = places.filter((place) => place.line <= (line ?? 0));
  const last = before.reduce<Place<Step> | null>((best, each) => (best && best.line >= each.line ? best : each), null);
  return last?.step ?? places[0]?.step ?? null;
}

function nameText({ path, part }: { path: string | null; part: number | null }): string {
  return JSON.stringify([path, part]);
}
