import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/Skeleton';

export function WorkflowsSkeleton({ className }: { className?: string }) {
  return (
    <div
      aria-busy
      aria-label="Loading workflows"
      className={cn('divide-y divide-line rounded-lg border border-line bg-surface', className)}
    >
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className="flex h-15 items-center gap-6 px-4">
          <div className="flex-1">
            <Skeleton className="h-4 w-48 max-w-full" />
            <Skeleton className="mt-1.5 h-3 w-32" />
          </div>
          <Skeleton className="hidden w-20 sm:block" />
          <Skeleton className="hidden w-40 sm:block" />
        </div>
      ))}
    </div>
  );
}
