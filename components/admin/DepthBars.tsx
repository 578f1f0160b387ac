import { cn } from '@/components/ui/cn';
import type { DepthBucket } from './depth-buckets';

interface DepthBarsProps {
  buckets: readonly DepthBucket[];
  threshold: number;
}

/** Columns for the eye, and the same as a table for a screen reader. */
export function DepthBars({ buckets, threshold }: DepthBarsProps) {
  const most = Math.max(1, ...buckets.map(({ heads }) => heads));
  return (
    <>
      <div aria-hidden className="grid flex-1 grid-cols-7 gap-2">
        {buckets.map((bucket) => (
          <div key={bucket.label} className="flex flex-col">
            <div className="flex min-h-24 flex-1 flex-col items-center justify-end gap-1">
              {bucket.heads === 0 ? null : (
                <span className="text-xs font-medium tabular-nums">{bucket.heads}</span>
              )}
              <div
                style={{ height: `${String((bucket.heads / most) * 78)}%` }}
                className={cn(
                  'min-h-0.5 w-full max-w-10 rounded-t-sm',
                  bucket.heads === 0 ? 'bg-line' : bucket.to > threshold ? 'bg-warn' : 'bg-accent',
                )}
              />
            </div>
            <span className="mt-1.5 text-center text-2xs whitespace-nowrap text-fg-subtle tabular-nums">
              {bucket.label}
            </span>
          </div>
        ))}
      </div>
      <p aria-hidden className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-fg-muted">
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-xs bg-accent" /> up to the threshold of {threshold}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-xs bg-warn" /> deeper
        </span>
      </p>
      <table className="sr-only">
        <caption>Branches by depth</caption>
        <thead>
          <tr>
            <th scope="col">Depth</th>
            <th scope="col">Branches</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ label, heads }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{heads}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
