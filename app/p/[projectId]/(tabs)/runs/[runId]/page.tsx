import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RunView } from '@/components/runs/RunView';
import { api, getQueryClient, Hydrate, isRefusal, viewerAt } from '@/server/api/rsc';

interface RunPageProps {
  params: Promise<{ projectId: string; runId: string }>;
}

export const metadata: Metadata = { title: 'Run' };

export default async function RunPage({ params }: RunPageProps) {
  const { projectId, runId } = await params;
  await viewerAt(`/p/${projectId}/runs/${runId}`);
  try {
    await getQueryClient().fetchQuery(api.run.get.queryOptions({ projectId, runId }));
  } catch (error) {
    if (isRefusal(error)) notFound();
    throw error;
  }
  return (
    <Hydrate>
      <RunView projectId={projectId} runId={runId} />
    </Hydrate>
  );
}
