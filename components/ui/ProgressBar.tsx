import { cn } from './cn';

interface ProgressBarProps {
  /** What is under way, for a screen reader. */
  label: string;
  /** From 0 to 1; left out when nobody can know. */
  value?: number;
  className?: string;
}

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent =
    value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn('h-1 w-full overflow-hidden rounded-full bg-pressed', className)}
    >
      <div
        className={cn(
          'h-full rounded-full bg-accent',
          percent === undefined && 'w-1/3 animate-slide',
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
