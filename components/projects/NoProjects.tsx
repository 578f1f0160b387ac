import { FolderPlus } from 'lucide-react';
import { EmptyState } from '@/components/ui/EmptyState';
import { CreateProject } from './CreateProject';

export function NoProjects() {
  return (
    <div className="rounded-lg border border-dashed border-line-strong">
      <EmptyState picture={<FolderPlus />} title="No project yet" actions={<CreateProject />}>
        Create one to draw or import your first workflow. If a colleague has a project already, ask
        its admin to add you.
      </EmptyState>
    </div>
  );
}
