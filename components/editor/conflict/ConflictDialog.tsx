'use client';

import { useRef, useState } from 'react';
import { count } from '@/components/shell/count';
import { Button } from '@/components/ui/Button';
import { Callout } from '@/components/ui/Callout';
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/Dialog';
import { useEditor } from '../editor-context';
import type { ConflictState } from '../session/session-state';
import { ConflictCard } from './ConflictCard';

interface ConflictDialogProps {
  save: ConflictState;
  userId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** [V5] What an edit and others' changes cannot both have, put to the person one by one. */
export function ConflictDialog({ save, userId, open, onOpenChange }: ConflictDialogProps) {
  const decided = useRef(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        size="lg"
        title="Choose what to keep"
        description={`“${save.message}” and what others did meanwhile cannot both stand. Nothing of either is lost until you choose; close this to look at the canvas first.`}
        onCloseAutoFocus={(event) => {
          // The button that led here is gone with the conflict.
          if (!decided.current) return;
          decided.current = false;
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        <Conflicts
          save={save}
          userId={userId}
          onDone={() => {
            decided.current = true;
            onOpenChange(false);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

interface ConflictsProps {
  save: ConflictState;
  userId: string;
  onDone: () => void;
}

function Conflicts({ save, userId, onDone }: ConflictsProps) {
  const { session } = useEditor();
  const [problem, setProblem] = useState<string>();
  const { conflicts, sides, waiting } = save;
  const decided = conflicts.filter(({ choice }) => choice !== undefined).length;

  function settle(): void {
    const refusal = session.settle();
    setProblem(refusal);
    if (refusal === undefined) onDone();
  }

  return (
    <>
      <DialogBody>
        {conflicts.map((conflict) => (
          <ConflictCard
            key={`${conflict.kind} ${conflict.unit}`}
            conflict={conflict}
            sides={sides}
            userId={userId}
            onChoose={(choice) => {
              setProblem(undefined);
              session.choose(conflict.unit, choice);
            }}
          />
        ))}
        {problem === undefined ? null : (
          <Callout tone="danger" title="That cannot be saved">
            {problem}
          </Callout>
        )}
      </DialogBody>
      <DialogFooter className="sticky -bottom-4 bg-raised sm:-bottom-[12vh]">
        <p role="status" className="mr-auto text-xs text-fg-muted max-sm:order-last">
          {decided} of {conflicts.length} resolved
          {waiting > 1 ? `; ${count(waiting - 1, 'edit')} after it` : ''}
        </p>
        <Button
          variant="ghost"
          onClick={() => {
            session.discard();
            onDone();
          }}
        >
          Discard my edit
        </Button>
        <Button variant="primary" disabled={decided < conflicts.length} onClick={settle}>
          Save with these choices
        </Button>
      </DialogFooter>
    </>
  );
}
