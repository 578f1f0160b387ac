'use client';

import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { count } from '@/components/shell/count';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';
import { Button } from '@/components/ui/Button';
import { useEditor } from '../editor-context';
import { errorWords } from '../error-words';
import { whenSaved } from '../session/when-saved';

/** Submits the branch as it is on screen: waits until that is saved. */
export function RunButton({ projectId, tagId }: { projectId: string; tagId: string }) {
  const { session, problems } = useEditor();
  const trpc = useTRPC();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const submit = useMutation(trpc.run.submit.mutationOptions());

  async function run(): Promise<void> {
    setBusy(true);
    try {
      await whenSaved(session);
      const { id, snapshot } = await submit.mutateAsync({ projectId, tagId, opId: newOpId() });
      const errors = problems.list().filter(({ severity }) => severity === 'error').length;
      const say = errors > 0 ? toast.warning : toast.success;
      say('Run submitted', {
        description: errors > 0 ? cannotStart(errors) : SNAPSHOT_WORDS[snapshot],
        action: { label: 'Open run', onClick: () => router.push(`/p/${projectId}/runs/${id}`) },
      });
    } catch (error) {
      toast.error('The run was not submitted', { description: errorWords(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="primary" size="sm" busy={busy} onClick={() => void run()}>
      <Play aria-hidden />
      Run
    </Button>
  );
}

const SNAPSHOT_WORDS = {
  reused: 'The same plan ran before: its snapshot was reused.',
  linked: 'Only looks changed since another run: its snapshot was linked.',
  built: 'A new snapshot was made for it.',
} as const;

function cannotStart(errors: number): string {
  return `Pinned, but it cannot start as it is: ${count(errors, 'problem')} to solve first.`;
}
