/** What cloud-init calls a part without a filename: its position counts from 1 (handlers/__init__.py, PART_FN_TPL). */
export function nameByPosition(position: number): string {
  return `part-${String(position).padStart(3, "0")}`;
}
