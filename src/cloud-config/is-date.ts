/** Whether a text is a date as Python's date.fromisoformat has it: with hyphens, or without. */
export function isDate(text: string): boolean {
  const [, year, , month, day] = /^(\d{4})(-?)(\d\d)\2(\d\d)$/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day) && year !== "0000";
}
