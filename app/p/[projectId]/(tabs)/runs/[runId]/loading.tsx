import { Skeleton } from '@/components/ui/Skeleton';

export default function RunLoading() {
  return (
    <>
      <Skeleton className="h-5 w-14" />
      <Skeleton className="mt-2 h-7 w-72 max-w-full" />
      <Skeleton className="mt-2 h-4 w-56" />
      <div className="mt-5 grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-[30rem] rounded-lg sm:h-[40rem]" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </>
  );
}
