import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditorScreen } from '@/components/editor/EditorScreen';
import { NoSuchBranch } from '@/components/editor/NoSuchBranch';
import { editorHref } from '@/components/editor/place';
import { WorkflowFrame } from '@/components/editor/WorkflowFrame';
import { Hydrate, projectAt, viewerAt } from '@/server/api/rsc';
import { branchAt, workflowAt } from './open';

interface EditorPageProps {
  params: Promise<{ projectId: string; workflowId: string }>;
  searchParams: Promise<{ branch?: string | string[] }>;
}

export async function generateMetadata({ params }: EditorPageProps): Promise<Metadata> {
  const workflow = await workflowAt(await params);
  return { title: workflow?.name ?? 'Workflow' };
}

export default async function EditorPage({ params, searchParams }: EditorPageProps) {
  const spot = await params;
  const { branch } = await searchParams;
  const name = typeof branch === 'string' ? branch : 'main';
  const viewer = await viewerAt(editorHref(spot, name));
  const project = await projectAt(spot.projectId);
  const [workflow, opened] = await Promise.all([workflowAt(spot), branchAt({ ...spot, name })]);
  if (!workflow) notFound();
  if (!opened) {
    return (
      <WorkflowFrame viewer={viewer} project={project} workflow={workflow} linked>
        <NoSuchBranch {...spot} branch={name} />
      </WorkflowFrame>
    );
  }
  return (
    <Hydrate>
      <EditorScreen
        key={opened.tag.id}
        viewer={viewer}
        project={project}
        workflow={workflow}
        {...opened}
      />
    </Hydrate>
  );
}
