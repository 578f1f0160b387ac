'use client';

import { Archive, ArchiveRestore, Ellipsis, PencilLine, Play } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/DropdownMenu';
import type { WorkflowSummary } from '@/server/api/workflow/schemas';
import { ArchiveWorkflow } from './ArchiveWorkflow';
import { RenameWorkflow } from './RenameWorkflow';

interface WorkflowMenuProps {
  projectId: string;
  workflow: WorkflowSummary;
}

export function WorkflowMenu({ projectId, workflow }: WorkflowMenuProps) {
  const [dialog, setDialog] = useState<'rename' | 'archive'>();
  const close = (open: boolean): void => setDialog((now) => (open ? now : undefined));
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            aria-label={`Actions for ${workflow.name}`}
            className="relative w-8 px-0 pointer-coarse:w-10"
          >
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link href={`/p/${projectId}/runs?workflow=${workflow.id}`}>
              <Play aria-hidden />
              Runs of this workflow
            </Link>
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog('rename')}>
            <PencilLine aria-hidden />
            Rename…
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setDialog('archive')}>
            {workflow.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {workflow.archived ? 'Bring back' : 'Archive…'}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <RenameWorkflow
        projectId={projectId}
        workflow={workflow}
        open={dialog === 'rename'}
        onOpenChange={close}
      />
      <ArchiveWorkflow
        projectId={projectId}
        workflow={workflow}
        open={dialog === 'archive'}
        onOpenChange={close}
      />
    </>
  );
}
