import { RunsSkeleton } from '@/components/runs/RunsSkeleton';
import { Skeleton } from '@/components/ui/Skeleton';

export default function RunsLoading() {
  return (
    <>
      <Skeleton className="h-7 w-24" />
      <Skeleton className="mt-2 mb-6 h-4 w-96 max-w-full" />
      <RunsSkeleton />
    </>
  );
}
