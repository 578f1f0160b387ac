import { count } from '@/components/shell/count';
import type { Comparison } from '@core/version/comparison';

type Compared = Pick<Comparison, 'counts' | 'logicChanged'> & {
  readonly document: readonly unknown[];
};

const NOUNS = [
  ['nodes', 'node'],
  ['edges', 'connection'],
  ['notes', 'note'],
  ['groups', 'group'],
] as const;

/** What a change to another version does, in counts: “2 nodes come, 1 goes”. */
export function changeWords({ counts, document, logicChanged }: Compared): readonly string[] {
  const lines = NOUNS.flatMap(([collection, noun]) => {
    const { added, removed, changed, moved } = counts[collection];
    const parts = [
      [added, 'comes back', 'come back'],
      [removed, 'goes', 'go'],
      [changed, 'changes', 'change'],
      [moved, 'moves', 'move'],
    ] as const;
    const words = parts
      .filter(([amount]) => amount > 0)
      .map(([amount, one, many], index) => {
        const what = index === 0 ? count(amount, noun) : String(amount);
        return `${what} ${amount === 1 ? one : many}`;
      });
    return words.length === 0 ? [] : [words.join(', ')];
  });
  const settings = document.length > 0 ? ['The settings change'] : [];
  const run = logicChanged ? [] : ['It runs as it does now'];
  return [...lines, ...settings, ...run];
}
