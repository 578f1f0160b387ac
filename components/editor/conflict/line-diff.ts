export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are shown as they are: comparing costs the product of their lines. */
const MOST_LINES = 400;

/** What makes one text of another, line by line; undefined when they are too long to tell. */
export function lineDiff(before: string, after: string): readonly DiffLine[] | undefined {
  const [was, is] = [before.split('\n'), after.split('\n')];
  if (was.length > MOST_LINES || is.length > MOST_LINES) return undefined;
  const common = commonLengths(was, is);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old, next] = [was[i], is[j]];
    if (old !== undefined && old === next) {
      lines.push({ kind: 'same', text: old });
      [i, j] = [i + 1, j + 1];
    } else if (old !== undefined && at(common, i + 1, j) >= at(common, i, j + 1)) {
      lines.push({ kind: 'removed', text: old });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: next ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** Length of the longest common subsequence of what is left from line i and line j on. */
function commonLengths(was: readonly string[], is: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: was.length + 1 }, () =>
    Array.from({ length: is.length + 1 }, () => 0),
  );
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      const length =
        was[i] === is[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      const row = lengths[i];
      if (row) row[j] = length;
    }
  }
  return lengths;
}

function at(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
