/** Prints rows as a table with columns as wide as their content. */
export function printTable(
  title: string,
  header: readonly string[],
  rows: readonly string[][],
): void {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  console.log(`\n${title}`);
  console.log(line(header));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows) console.log(line(row));
}

export function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

/** `2.1x`, and against a target whether it is met. */
export function ratio(value: number, base: number, atMost?: number): string {
  const factor = value / base;
  const text = `${factor.toFixed(2)}x`;
  if (atMost === undefined) return text;
  return `${text} ${factor <= atMost ? 'ok' : `over ${atMost}x`}`;
}
