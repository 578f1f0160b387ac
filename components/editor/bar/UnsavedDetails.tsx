'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { useEditor } from '../editor-context';
import { downloadJson } from '../download-json';
import { errorWords } from '../error-words';
import type { SaveState } from '../session/session-state';

interface UnsavedDetailsProps {
  save: Extract<SaveState, { kind: 'unsaved' | 'refused' }>;
  onDone: () => void;
}

/** Why edits are not saved, and what can be done so that none is lost. */
export function UnsavedDetails({ save, onDone }: UnsavedDetailsProps) {
  const { session } = useEditor();
  const [busy, setBusy] = useState(false);

  function run(action: () => Promise<void>): void {
    setBusy(true);
    action()
      .then(onDone)
      .catch((error: unknown) => {
        toast.error(errorWords(error));
      })
      .finally(() => setBusy(false));
  }
  function keep(): void {
    const edits = session.unsavedEdits().map(({ message, ops }) => ({ message, ops }));
    downloadJson('unsaved-edits.json', { parent: session.state().head, edits });
  }

  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="font-medium">{save.reason}</p>
        <p className="mt-1 text-xs text-fg-muted">
          {save.kind === 'unsaved'
            ? 'Your edits are kept on this page and sent again by themselves. Leave it open.'
            : 'Your edits are kept on this page, but were not accepted.'}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {save.kind === 'unsaved' ? (
          <Button size="sm" variant="primary" onClick={() => session.retryNow()}>
            Try now
          </Button>
        ) : (
          <Button
            size="sm"
            variant="primary"
            busy={busy}
            onClick={() => run(() => session.reloadAndReapply())}
          >
            Reload branch and reapply
          </Button>
        )}
        <Button size="sm" onClick={keep}>
          Export edits
        </Button>
        {save.kind === 'refused' ? (
          <Button
            size="sm"
            variant="ghost"
            disabled={busy}
            onClick={() => run(() => session.reloadAndDiscard())}
          >
            Discard
          </Button>
        ) : null}
      </div>
    </div>
  );
}
