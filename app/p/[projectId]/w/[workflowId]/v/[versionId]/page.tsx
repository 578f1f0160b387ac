import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { versionHref } from '@/components/editor/place';
import { WorkflowFrame } from '@/components/editor/WorkflowFrame';
import { VersionScreen } from '@/components/history/VersionScreen';
import { Hydrate, projectAt, viewerAt } from '@/server/api/rsc';
import { tagAt, versionAt, workflowAt } from '../../open';

interface VersionPageProps {
  params: Promise<{ projectId: string; workflowId: string; versionId: string }>;
  searchParams: Promise<{ branch?: string | string[] }>;
}

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const workflow = await workflowAt(await params);
  return { title: workflow ? `A version of ${workflow.name}` : 'Version' };
}

export default async function VersionPage({ params, searchParams }: VersionPageProps) {
  const { versionId, ...spot } = await params;
  const { branch } = await searchParams;
  const name = typeof branch === 'string' ? branch : 'main';
  const viewer = await viewerAt(versionHref(spot, versionId, name));
  const project = await projectAt(spot.projectId);
  const [workflow, version, tag] = await Promise.all([
    workflowAt(spot),
    versionAt({ projectId: spot.projectId, versionId }),
    tagAt({ ...spot, name }),
  ]);
  if (!workflow || version?.workflowId !== spot.workflowId) notFound();
  return (
    <Hydrate>
      <WorkflowFrame viewer={viewer} project={project} workflow={workflow} linked>
        <VersionScreen
          place={{ ...spot, workflowName: workflow.name, branch: name }}
          version={version}
          tag={tag}
          role={project.role}
        />
      </WorkflowFrame>
    </Hydrate>
  );
}
