import { Skeleton } from '@/components/ui/Skeleton';

export function ProjectsSkeleton() {
  return (
    <div
      aria-busy
      aria-label="Loading projects"
      className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      {['a', 'b', 'c'].map((key) => (
        <div
          key={key}
          className="flex min-h-34 flex-col rounded-lg border border-line bg-surface p-4"
        >
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="mt-2 h-3.5 w-24" />
          <Skeleton className="mt-auto h-5 w-16 rounded-full" />
        </div>
      ))}
    </div>
  );
}
