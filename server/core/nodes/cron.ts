interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly words: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59, words: [] },
  { name: 'hour', min: 0, max: 23, words: [] },
  { name: 'day of the month', min: 1, max: 31, words: [] },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'day of the week', min: 0, max: 7, words: DAYS },
];

/** Why a five-field cron line is not one, or undefined when it is. */
export function cronProblem(line: string): string | undefined {
  const parts = line.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) {
    return 'A schedule has five parts: minute, hour, day of the month, month, day of the week.';
  }
  for (const [i, field] of FIELDS.entries()) {
    const part = parts[i] ?? '';
    if (!part.split(',').every((item) => isItem(item, field))) {
      return `“${part}” is no ${field.name} (${field.min} to ${field.max}, *, lists, ranges or steps).`;
    }
  }
  return undefined;
}

function isItem(item: string, field: CronField): boolean {
  const match = /^(\*|[a-z0-9]+(?:-[a-z0-9]+)?)(?:\/(\d{1,2}))?$/i.exec(item);
  if (match === null) return false;
  const [, range = '', step] = match;
  if (step !== undefined && Number(step) === 0) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => numberOf(end, field));
  const [from, to = from] = ends;
  return (
    from !== undefined && to !== undefined && ends.every((end) => end !== undefined) && from <= to
  );
}

function numberOf(word: string, field: CronField): number | undefined {
  const at = field.words.indexOf(word.toLowerCase());
  const value = at >= 0 ? at + field.min : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  return value >= field.min && value <= field.max ? value : undefined;
}
