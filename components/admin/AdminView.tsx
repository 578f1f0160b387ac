import { PageHeader } from '@/components/ui/PageHeader';
import { CacheFigure } from './CacheFigure';
import { Candidates } from './Candidates';
import { ChurnFigure } from './ChurnFigure';
import { DepthFigure } from './DepthFigure';
import { IntegrityCard } from './IntegrityCard';
import { PastCompactions } from './PastCompactions';
import { StorageFigure } from './StorageFigure';

interface AdminViewProps {
  projectId: string;
  /** The project's own compaction threshold. */
  threshold: number;
}

export function AdminView({ projectId, threshold }: AdminViewProps) {
  return (
    <>
      <PageHeader
        title="Admin"
        description="How the versions of this project are stored, and what keeps opening them fast."
      />
      <div className="mt-6 grid items-stretch gap-4 md:grid-cols-2">
        <DepthFigure projectId={projectId} threshold={threshold} />
        <CacheFigure projectId={projectId} />
        <StorageFigure projectId={projectId} />
        <ChurnFigure projectId={projectId} />
      </div>
      <div className="mt-4 flex flex-col gap-4">
        <Candidates projectId={projectId} defaultThreshold={threshold} />
        <PastCompactions projectId={projectId} />
        <IntegrityCard projectId={projectId} />
      </div>
    </>
  );
}
