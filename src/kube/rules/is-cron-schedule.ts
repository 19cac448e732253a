/** Whether a schedule is one of a CronJob (github.com/robfig/cron, ParseStandard). */
export function isCronSchedule(schedule: string): boolean {
  if (schedule.startsWith("@")) return isDescriptor(schedule);
  const fields = schedule.trim().split(/\s+/);
  return fields.length === FIELDS.length && fields.every((field, index) => isField(field, FIELDS[index]!));
}

const DESCRIPTOR = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
/** Go's time.ParseDuration. */
const DURATION = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/;

function isDescriptor(text: string): boolean {
  return DESCRIPTOR.test(text) || (text.startsWith("@every ") && DURATION.test(text.slice("@every ".length)));
}

/** A field of a schedule: the range of its numbers, and the names of some. */
interface Field {
  min: number;
  max: number;
  names: readonly string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: readonly Field[] = [
  { min: 0, max: 59, names: [] },
  { min: 0, max: 23, names: [] },
  { min: 1, max: 31, names: [] },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 6, names: WEEKDAYS },
];

/** An empty entry of a list is passed over. */
function isField(text: string, field: Field): boolean {
  return text
    .split(",")
    .filter((entry) => entry !== "")
    .every((entry) => isRange(entry, field));
}

/** A star, a number or a range, with a step or without. What follows a star is not read. */
function isRange(text: string, field: Field): boolean {
  const [range = "", step, ...others] = text.split("/");
  if (others.length > 0 || (step !== undefined && !/^0*[1-9]\d*$/.test(step))) return false;
  const [low = "", high = low, ...more] = range.split("-");
  if (low === "*" || low === "?") return true;
  const [from, to] = [numberOf(low, field), numberOf(high, field)];
  return more.length === 0 && from >= field.min && to <= field.max && from <= to;
}

/** NaN for what is neither a number nor a name of the field. */
function numberOf(text: string, { min, names }: Field): number {
  const index = names.indexOf(text.toLowerCase());
  return index !== -1 ? index + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
