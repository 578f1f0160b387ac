import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

interface ChoiceOptionProps {
  /** The same for all options of one conflict. */
  name: string;
  label: ReactNode;
  checked: boolean;
  onChoose: () => void;
  className?: string;
  children?: ReactNode;
}

/** One way to settle a conflict. All of it can be pressed; arrows go from one to the next. */
export function ChoiceOption(props: ChoiceOptionProps) {
  const { name, label, checked, onChoose, className, children } = props;
  return (
    <label
      className={cn(
        'flex min-w-0 cursor-pointer items-start gap-2.5 rounded-md border px-3 py-2 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-ring',
        checked ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface hover:bg-hover',
        className,
      )}
    >
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-(--accent) outline-none"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5 text-xs font-medium text-fg-muted">{label}</span>
        {children === undefined ? null : <span className="mt-0.5 block text-sm">{children}</span>}
      </span>
    </label>
  );
}
