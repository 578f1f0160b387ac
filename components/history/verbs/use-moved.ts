import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import { errorWords } from '@/components/editor/error-words';
import { stepWords } from '@/components/editor/session-words';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';
import type { Outputs } from '@/components/trpc/outputs';
import { useRefresh } from './use-refresh';

/** Long enough to read what was done, and to think better of it. */
const SHOWN_FOR_MS = 10_000;

/** A branch that a verb has moved. */
export type Moved = Pick<Outputs['tag']['restore'], 'tag' | 'version'>;

/** Says that a branch was moved, with the way back, and reads again what is shown. */
export function useMoved(projectId: string, onMoved: (moved: Moved) => void) {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const undo = useMutation(trpc.tag.undo.mutationOptions());

  async function takeBack(tagId: string): Promise<void> {
    try {
      const moved = await undo.mutateAsync({ projectId, tagId, opId: newOpId() });
      onMoved(moved);
      toast.success(stepWords({ kind: 'undone', ...moved }));
    } catch (error) {
      toast.warning(errorWords(error));
    }
    await refresh();
  }

  return (words: string, moved: Moved): void => {
    onMoved(moved);
    toast.success(words, {
      duration: SHOWN_FOR_MS,
      action: { label: 'Undo', onClick: () => void takeBack(moved.tag.id) },
    });
    void refresh();
  };
}
