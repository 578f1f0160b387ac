import { Skeleton } from '@/components/ui/Skeleton';

export default function AdminLoading() {
  return (
    <>
      <Skeleton className="h-7 w-24" />
      <Skeleton className="mt-2 h-4 w-96 max-w-full" />
      <div className="mt-6 grid gap-4 md:grid-cols-2">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} className="h-64 rounded-lg" />
        ))}
      </div>
    </>
  );
}
