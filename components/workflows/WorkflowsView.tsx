'use client';

import { useState } from 'react';
import { may } from '@/components/shell/may';
import { useDebounced } from '@/components/shell/use-debounced';
import { PageHeader } from '@/components/ui/PageHeader';
import { SearchInput } from '@/components/ui/SearchInput';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import type { Role } from '@/server/api/shared/schemas';
import { CreateWorkflow } from './CreateWorkflow';
import { ImportWorkflow } from './ImportWorkflow';
import { MembersPopover } from './MembersPopover';
import { WorkflowList } from './WorkflowList';

interface WorkflowsViewProps {
  projectId: string;
  role: Role;
}

const SHOWN = [
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
] as const;

export function WorkflowsView({ projectId, role }: WorkflowsViewProps) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<'active' | 'archived'>('active');
  const settled = useDebounced(search.trim());
  const canEdit = may.edit(role);
  return (
    <>
      <PageHeader
        title="Workflows"
        description="Every edit of a workflow is a version you can come back to."
      >
        <MembersPopover projectId={projectId} />
        {canEdit ? (
          <>
            <ImportWorkflow projectId={projectId} catchDrops />
            <CreateWorkflow projectId={projectId} />
          </>
        ) : null}
      </PageHeader>
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <SearchInput
          aria-label="Search workflows"
          placeholder="Search workflows…"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="min-w-0 flex-1 basis-56 sm:max-w-xs"
        />
        <SegmentedControl
          label="Which workflows"
          value={shown}
          onValueChange={setShown}
          options={SHOWN}
        />
      </div>
      <WorkflowList
        projectId={projectId}
        canEdit={canEdit}
        search={settled}
        archived={shown === 'archived'}
        onClearSearch={() => setSearch('')}
      />
    </>
  );
}
