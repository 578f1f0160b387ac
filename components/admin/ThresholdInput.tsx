'use client';

import { useId } from 'react';
import { Input } from '@/components/ui/Input';
import { Label } from '@/components/ui/Label';
import { MAX_DEPTH, parseThreshold } from './parse-threshold';

interface ThresholdInputProps {
  value: string;
  onChange: (value: string) => void;
}

export function ThresholdInput({ value, onChange }: ThresholdInputProps) {
  const id = useId();
  const wrong = parseThreshold(value) === undefined;
  return (
    <div className="flex flex-col items-end gap-1">
      <div className="flex items-center gap-2">
        <Label htmlFor={id} className="font-normal whitespace-nowrap text-fg-muted">
          Deeper than
        </Label>
        <Input
          id={id}
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          className="w-16 text-right tabular-nums"
        />
      </div>
      {wrong ? (
        <p id={`${id}-error`} role="alert" className="text-xs text-danger-fg">
          A whole number up to {MAX_DEPTH}.
        </p>
      ) : null}
    </div>
  );
}
