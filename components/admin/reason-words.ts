import { count } from '@/components/shell/count';
import type { Outputs } from '@/components/trpc/outputs';

export type Reason = Outputs['compaction']['candidates']['items'][number]['reasons'][number];

/** Why a head is worth compacting, short enough for a badge. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'deep':
      return `deep: ${count(reason.patches, 'patch', 'patches')}`;
    case 'slow':
      return `slow: ${String(Math.round(reason.ms))} ms`;
    case 'hot':
      return `hot: read ${count(reason.readings, 'time')} in a day`;
  }
}

/** The same in a sentence, for whoever wonders. */
export function reasonSentence(reason: Reason): string {
  switch (reason.kind) {
    case 'deep':
      return 'More patches lie between the head and its base than the threshold allows.';
    case 'slow':
      return 'Reading versions of this chain from storage took that long on average within a day.';
    case 'hot':
      return 'Versions of this chain were read from storage that often within a day; what a server remembers does not count.';
  }
}
