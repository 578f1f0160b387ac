import { isWithin } from '@core/patch/pointer';
import type { BlameLine } from './blame';

/**
 * Of a whole document's blame, newest first, the line about one of the units: the earlier units are
 * asked first, and what lies within a unit before what contains it. Else the first version's.
 */
export function lastToTouch(lines: readonly BlameLine[], units: readonly string[]): BlameLine {
  const about = (unit: string) =>
    lines.find((line) => line.unit !== '' && isWithin(line.unit, unit)) ??
    lines.find((line) => line.unit !== '' && isWithin(unit, line.unit));
  const line = units.map(about).find((found) => found !== undefined) ?? lines.at(-1);
  if (line === undefined) throw new Error('A lineage has a first version.');
  return line;
}
