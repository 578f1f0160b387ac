import { Skeleton } from '@/components/ui/Skeleton';

/** The editor's frame while its document is on the way. */
export function EditorSkeleton() {
  return (
    <div aria-busy aria-label="Loading the workflow" className="flex h-dvh flex-col">
      <div className="flex h-12 items-center gap-3 border-b border-line bg-surface px-4">
        <Skeleton className="size-6 rounded-md" />
        <Skeleton className="w-48" />
      </div>
      <div className="flex h-11 items-center gap-3 border-b border-line bg-surface px-3">
        <Skeleton className="h-7 w-24 rounded-md" />
        <Skeleton className="h-7 w-16 rounded-md" />
      </div>
      <div className="flex flex-1">
        <div className="flex w-62 flex-col gap-3 border-r border-line bg-surface p-4 max-md:hidden">
          {Array.from({ length: 9 }, (_, index) => (
            <Skeleton key={index} className="h-7" />
          ))}
        </div>
        <div className="flex-1 bg-sunken" />
      </div>
    </div>
  );
}
