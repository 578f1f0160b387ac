'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { useDraft } from './use-draft';

interface NumberFieldProps {
  label: string;
  hint: string;
  value: number | undefined;
  range: readonly [min: number, max: number];
  placeholder: string;
  readOnly: boolean;
  onChange: (value: number | undefined) => void;
}

export function NumberField({
  label,
  hint,
  value,
  range,
  placeholder,
  readOnly,
  onChange,
}: NumberFieldProps) {
  const { shown, draft } = useDraft(value === undefined ? '' : String(value), (typed) => {
    if (problemOf(typed, range) === undefined) onChange(typed === '' ? undefined : Number(typed));
  });
  return (
    <Field label={label} hint={hint} error={problemOf(shown, range)}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          disabled={readOnly}
          value={shown}
          placeholder={placeholder}
          onChange={(event) => draft.type(event.target.value.trim())}
          onBlur={draft.flush}
        />
      )}
    </Field>
  );
}

function problemOf(typed: string, [min, max]: readonly [number, number]): string | undefined {
  if (typed === '') return undefined;
  const number = Number(typed);
  const fits = Number.isFinite(number) && number >= min && number <= max;
  return fits ? undefined : `A number from ${min} to ${max.toLocaleString('en')}.`;
}
