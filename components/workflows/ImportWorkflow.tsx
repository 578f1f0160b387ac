'use client';

import { FileUp } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Callout } from '@/components/ui/Callout';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from '@/components/ui/Dialog';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { DropZone } from './DropZone';
import { ImportReportView } from './ImportReportView';
import { PageDrop } from './PageDrop';
import { useImport } from './use-import';
import { usePastedFile } from './use-pasted-file';

interface ImportWorkflowProps {
  projectId: string;
  /** Also take a file that is dropped anywhere on the page. */
  catchDrops?: boolean;
}

export function ImportWorkflow({ projectId, catchDrops = false }: ImportWorkflowProps) {
  const [open, setOpen] = useState(false);
  const { state, take, startOver } = useImport(projectId);

  function change(next: boolean): void {
    if (state.step === 'reading') return;
    if (next) startOver();
    setOpen(next);
  }

  function takeDropped(file: File): void {
    setOpen(true);
    void take(file);
  }

  const takePasted = useCallback((file: File) => void take(file), [take]);
  usePastedFile(open && state.step === 'choose', takePasted);

  return (
    <>
      {catchDrops && !open ? <PageDrop onFile={takeDropped} /> : null}
      <Button onClick={() => change(true)}>
        <FileUp aria-hidden />
        Import
      </Button>
      <Dialog open={open} onOpenChange={change}>
        {state.step === 'done' ? (
          <DialogContent title="Imported" description={state.workflow.name}>
            <DialogBody>
              <ImportReportView report={state.report} />
            </DialogBody>
            <DialogFooter>
              <Button onClick={startOver}>Import another</Button>
              <Button asChild variant="primary">
                <Link href={`/p/${projectId}/w/${state.workflow.id}`}>Open workflow</Link>
              </Button>
            </DialogFooter>
          </DialogContent>
        ) : (
          <DialogContent
            title="Import a workflow"
            description="Everything in the file is kept, also what Stemma has no word for, so that it can go back unchanged."
          >
            <DialogBody>
              {state.step === 'reading' ? (
                <div
                  aria-live="polite"
                  className="flex min-h-41 flex-col items-center justify-center gap-3"
                >
                  <p className="max-w-full truncate text-sm text-fg-muted">
                    Importing {state.fileName}…
                  </p>
                  <ProgressBar label="Importing" className="max-w-56" />
                </div>
              ) : (
                <>
                  <DropZone onFile={(file) => void take(file)} />
                  {state.refusal === undefined ? null : (
                    <Callout tone="danger">{state.refusal}</Callout>
                  )}
                </>
              )}
            </DialogBody>
            <DialogFooter>
              <DialogClose asChild>
                <Button disabled={state.step === 'reading'}>Cancel</Button>
              </DialogClose>
            </DialogFooter>
          </DialogContent>
        )}
      </Dialog>
    </>
  );
}
