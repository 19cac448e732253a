/**
 * The name that cloud-init gives a part without a filename: positions count from 1 (handlers/__init__.py,
 * PART_FN_TPL).
 */
export function nameByPosition(position: number): string {
  return `part-${String(position).padStart(3, "0")}`;
}
