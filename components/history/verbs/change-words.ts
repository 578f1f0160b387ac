import { count } from '@/components/shell/count';
import type { Outputs } from '@/components/trpc/outputs';

type Comparison = Outputs['version']['compare']['comparison'];

const NOUNS = [
  ['nodes', 'node'],
  ['edges', 'connection'],
  ['notes', 'note'],
  ['groups', 'group'],
] as const;

/** What a change to another version does, in counts: “2 nodes come, 1 goes”. */
export function changeWords({ counts, document, logicChanged }: Comparison): readonly string[] {
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
