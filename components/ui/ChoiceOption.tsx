import type { ReactNode } from 'react';
import { cn } from './cn';

interface ChoiceOptionProps {
  /** The same for all options of one question. */
  name: string;
  label: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
  className?: string;
  children?: ReactNode;
}

/** One of several choices, as a card that can be pressed; arrows go from one to the next. */
export function ChoiceOption(props: ChoiceOptionProps) {
  const { name, label, checked, disabled = false, onChoose, className, children } = props;
  return (
    <label
      className={cn(
        'flex min-w-0 items-start gap-2.5 rounded-md border px-3 py-2 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-ring',
        checked ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
        disabled ? 'opacity-60' : 'cursor-pointer',
        !checked && !disabled && 'hover:bg-hover',
        className,
      )}
    >
      <input
        type="radio"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-(--accent) outline-none"
      />
      <span className="min-w-0 flex-1">
        <span className="flex min-h-5 items-center gap-1.5 text-xs font-medium text-fg-muted">
          {label}
        </span>
        {children === undefined ? null : <span className="mt-0.5 block text-sm">{children}</span>}
      </span>
    </label>
  );
}
