'use client';

import { useState } from 'react';
import { Input } from '@/components/ui/Input';
import { Textarea } from '@/components/ui/Textarea';
import type { Json } from '@core/json/json';

interface OwnValueProps {
  /** Of what it is the value: “Address of Fetch leads”. */
  label: string;
  start: string | number;
  /** Undefined while what stands there is no value of the kind. */
  onChange: (value: Json | undefined) => void;
}

/** Another value than either side has, of the same kind. */
export function OwnValue({ label, start, onChange }: OwnValueProps) {
  const [text, setText] = useState(String(start));
  const isNumber = typeof start === 'number';
  const isInvalid = isNumber && numberIn(text) === undefined;

  function write(next: string): void {
    setText(next);
    onChange(isNumber ? numberIn(next) : next);
  }

  const control = {
    'aria-label': label,
    'aria-invalid': isInvalid || undefined,
    autoFocus: true,
    value: text,
  };
  if (!isNumber && text.includes('\n')) {
    return <Textarea {...control} onChange={({ target }) => write(target.value)} />;
  }
  return (
    <Input
      {...control}
      inputMode={isNumber ? 'decimal' : 'text'}
      autoComplete="off"
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => write(target.value)}
    />
  );
}

function numberIn(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}
