import { Skeleton } from '@/components/ui/Skeleton';

export function RunsSkeleton() {
  return (
    <div
      aria-busy
      aria-label="Loading runs"
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className="flex h-17 items-center gap-6 px-4">
          <Skeleton className="h-5 w-20 rounded-full" />
          <Skeleton className="h-4 max-w-56 flex-1" />
          <Skeleton className="ml-auto hidden w-40 lg:block" />
          <Skeleton className="hidden w-32 lg:block" />
        </div>
      ))}
    </div>
  );
}
