import { WorkflowsSkeleton } from '@/components/workflows/WorkflowsSkeleton';
import { Skeleton } from '@/components/ui/Skeleton';

export default function ProjectLoading() {
  return (
    <>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="mt-2 h-4 w-72 max-w-full" />
      <Skeleton className="mt-6 h-8 w-80 max-w-full" />
      <WorkflowsSkeleton className="mt-4" />
    </>
  );
}
