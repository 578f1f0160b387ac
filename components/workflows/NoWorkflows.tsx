import { Archive, SearchX } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { CreateWorkflow } from './CreateWorkflow';
import { EmptyPicture } from './EmptyPicture';
import { ImportWorkflow } from './ImportWorkflow';

interface NoWorkflowsProps {
  projectId: string;
  canEdit: boolean;
  search: string;
  archived: boolean;
  onClearSearch: () => void;
}

export function NoWorkflows(props: NoWorkflowsProps) {
  return (
    <div className="mt-4 rounded-lg border border-dashed border-line-strong">
      <Message {...props} />
    </div>
  );
}

function Message({ projectId, canEdit, search, archived, onClearSearch }: NoWorkflowsProps) {
  if (search !== '') {
    return (
      <EmptyState
        picture={<SearchX />}
        title={`No ${archived ? 'archived ' : ''}workflow matches “${search}”`}
        actions={<Button onClick={onClearSearch}>Clear search</Button>}
      >
        The search looks at the names of workflows.
      </EmptyState>
    );
  }
  if (archived) {
    return (
      <EmptyState picture={<Archive />} title="Nothing is archived">
        An archived workflow keeps every version and every run. It can be brought back at any time.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      picture={<EmptyPicture />}
      title="No workflow yet"
      actions={
        canEdit ? (
          <>
            <CreateWorkflow projectId={projectId} />
            <ImportWorkflow projectId={projectId} />
          </>
        ) : null
      }
    >
      {canEdit
        ? 'Draw one from nothing, or import one that you already run: n8n’s JSON comes in value for value, and goes out again unchanged.'
        : 'Your role reads workflows. As soon as an analyst draws one, it is listed here.'}
    </EmptyState>
  );
}
