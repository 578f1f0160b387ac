import { GitBranch } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { editorHref } from './place';

interface NoSuchBranchProps {
  projectId: string;
  workflowId: string;
  branch: string;
}

export function NoSuchBranch({ branch, ...spot }: NoSuchBranchProps) {
  return (
    <main id="main" tabIndex={-1} className="flex-1 outline-none">
      <EmptyState
        picture={<GitBranch />}
        title={`There is no branch “${branch}”`}
        actions={
          <Button asChild variant="primary">
            <Link href={editorHref(spot, 'main')}>Open main</Link>
          </Button>
        }
      >
        It may have been deleted, or the address has a slip of the pen.
      </EmptyState>
    </main>
  );
}
