'use client';

import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cn } from './cn';
import { Label } from './Label';

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in words; also marks the control invalid. */
  error?: ReactNode;
  optional?: boolean;
  className?: string;
  /** Renders the control with the ids that tie it to label, hint and error. */
  children: (control: ControlProps) => ReactNode;
}

export function Field({ label, hint, error, optional = false, className, children }: FieldProps) {
  const id = useId();
  const invalid = error !== undefined && error !== null && error !== '';
  const described = [
    hint === undefined ? undefined : `${id}-hint`,
    invalid ? `${id}-error` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <Label htmlFor={id}>
        {label}
        {optional ? <span className="ml-1.5 font-normal text-fg-subtle">optional</span> : null}
      </Label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': invalid ? true : undefined,
      })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-xs text-fg-muted">
          {hint}
        </p>
      )}
      {invalid ? (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-xs text-danger-fg">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span className="min-w-0 break-words">{error}</span>
        </p>
      ) : null}
    </div>
  );
}
