import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoSuchBranch } from '@/components/editor/NoSuchBranch';
import { historyHref } from '@/components/editor/place';
import { WorkflowFrame } from '@/components/editor/WorkflowFrame';
import { HistoryScreen } from '@/components/history/HistoryScreen';
import { movesInput } from '@/components/history/moves-input';
import { nextPage } from '@/components/trpc/next-page';
import { api, getQueryClient, Hydrate, projectAt, viewerAt } from '@/server/api/rsc';
import { tagAt, workflowAt } from '../open';

interface HistoryPageProps {
  params: Promise<{ projectId: string; workflowId: string }>;
  searchParams: Promise<{ branch?: string | string[]; version?: string | string[] }>;
}

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const workflow = await workflowAt(await params);
  return { title: workflow ? `History of ${workflow.name}` : 'History' };
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const spot = await params;
  const { branch, version } = await searchParams;
  const name = typeof branch === 'string' ? branch : 'main';
  const shown = typeof version === 'string' ? version : undefined;
  const viewer = await viewerAt(historyHref(spot, name, shown));
  const project = await projectAt(spot.projectId);
  const [workflow, tag] = await Promise.all([workflowAt(spot), tagAt({ ...spot, name })]);
  if (!workflow) notFound();
  if (!tag) {
    return (
      <WorkflowFrame viewer={viewer} project={project} workflow={workflow} linked>
        <NoSuchBranch {...spot} branch={name} />
      </WorkflowFrame>
    );
  }
  const moves = movesInput({ projectId: project.id, tagId: tag.id });
  await getQueryClient().prefetchInfiniteQuery(
    api.tag.moves.infiniteQueryOptions(moves, { getNextPageParam: nextPage }),
  );
  return (
    <Hydrate>
      <WorkflowFrame viewer={viewer} project={project} workflow={workflow} linked>
        <HistoryScreen
          key={tag.id}
          place={{ ...spot, workflowName: workflow.name, branch: name }}
          start={tag}
          version={shown}
          role={project.role}
        />
      </WorkflowFrame>
    </Hydrate>
  );
}
