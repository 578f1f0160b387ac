import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { versionHref } from '@/components/editor/place';
import { WorkflowFrame } from '@/components/editor/WorkflowFrame';
import { VersionScreen } from '@/components/history/VersionScreen';
import { may } from '@/components/shell/may';
import { Hydrate, projectAt, viewerAt } from '@/server/api/rsc';
import { versionAt, workflowAt } from '../../open';

interface VersionPageProps {
  params: Promise<{ projectId: string; workflowId: string; versionId: string }>;
}

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const workflow = await workflowAt(await params);
  return { title: workflow ? `A version of ${workflow.name}` : 'Version' };
}

export default async function VersionPage({ params }: VersionPageProps) {
  const { versionId, ...spot } = await params;
  const viewer = await viewerAt(versionHref(spot, versionId));
  const project = await projectAt(spot.projectId);
  const [workflow, version] = await Promise.all([
    workflowAt(spot),
    versionAt({ projectId: spot.projectId, versionId }),
  ]);
  if (!workflow || version?.workflowId !== spot.workflowId) notFound();
  return (
    <Hydrate>
      <WorkflowFrame viewer={viewer} project={project} workflow={workflow} linked>
        <VersionScreen
          place={{ ...spot, workflowName: workflow.name, branch: 'main' }}
          versionId={versionId}
          canEdit={may.edit(project.role)}
        />
      </WorkflowFrame>
    </Hydrate>
  );
}
