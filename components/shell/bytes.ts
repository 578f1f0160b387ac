const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** “812 B”, “12.4 KB”, “1.03 MB”: three digits that matter. */
export function bytes(amount: number): string {
  let value = amount;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? String(value) : value.toPrecision(3)} ${UNITS[unit] ?? ''}`;
}
