import type { Metadata } from 'next';
import { AdminsOnly } from '@/components/admin/AdminsOnly';
import { AdminView } from '@/components/admin/AdminView';
import { CHURN_DAYS, compactionListInput } from '@/components/admin/inputs';
import { may } from '@/components/shell/may';
import { nextPage } from '@/components/trpc/next-page';
import { api, getQueryClient, Hydrate, projectAt, viewerAt } from '@/server/api/rsc';

interface AdminPageProps {
  params: Promise<{ projectId: string }>;
}

export const metadata: Metadata = { title: 'Admin' };

export default async function AdminPage({ params }: AdminPageProps) {
  const { projectId } = await params;
  await viewerAt(`/p/${projectId}/admin`);
  const { role, settings } = await projectAt(projectId);
  if (!may.administer(role)) return <AdminsOnly />;
  const threshold = settings.compactionThreshold;
  const queries = getQueryClient();
  await Promise.all([
    queries.prefetchQuery(api.system.depth.queryOptions({ projectId })),
    queries.prefetchQuery(api.system.cache.queryOptions({ projectId })),
    queries.prefetchQuery(api.system.storage.queryOptions({ projectId })),
    queries.prefetchQuery(api.system.churn.queryOptions({ projectId, days: CHURN_DAYS })),
    queries.prefetchQuery(api.system.integrity.queryOptions({ projectId })),
    queries.prefetchInfiniteQuery(
      api.compaction.list.infiniteQueryOptions(compactionListInput(projectId), {
        getNextPageParam: nextPage,
      }),
    ),
    queries.prefetchQuery(api.compaction.candidates.queryOptions({ projectId, threshold })),
  ]);
  return (
    <Hydrate>
      <AdminView projectId={projectId} threshold={threshold} />
    </Hydrate>
  );
}
