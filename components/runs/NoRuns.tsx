import { Play } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';

export function NoRuns({ projectId, filtered }: { projectId: string; filtered: boolean }) {
  const all = `/p/${projectId}/runs`;
  return (
    <div className="rounded-lg border border-dashed border-line-strong">
      <EmptyState
        picture={<Play />}
        title={filtered ? 'This workflow was never run' : 'No run yet'}
        actions={
          <Button asChild>
            <Link href={filtered ? all : `/p/${projectId}`}>
              {filtered ? 'Show all runs' : 'Go to workflows'}
            </Link>
          </Button>
        }
      >
        Open a workflow and press Run. The run is pinned to the version on screen: its plan, its
        version and its snapshot are recorded by hash, so that it can be compared and repeated
        exactly.
      </EmptyState>
    </div>
  );
}
