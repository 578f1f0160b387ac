'use client';

import { isJsonObject, type JsonObject } from '@core/json/json';
import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Textarea } from '@/components/ui/Textarea';

interface JsonFieldProps {
  value: JsonObject;
  readOnly: boolean;
  onChange: (value: JsonObject) => void;
}

/** A configuration as JSON; taken over on leaving the field, when it is an object. */
export function JsonField({ value, readOnly, onChange }: JsonFieldProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? JSON.stringify(value, null, 2);
  const parsed = typed === undefined ? value : parseObject(typed);
  function leave(): void {
    if (typed === undefined || !parsed) return;
    setTyped(undefined);
    if (JSON.stringify(parsed) !== JSON.stringify(value)) onChange(parsed);
  }
  return (
    <Field label="JSON" error={parsed ? undefined : 'This is no JSON object yet; it is not saved.'}>
      {(control) => (
        <Textarea
          {...control}
          value={text}
          disabled={readOnly}
          spellCheck={false}
          className="max-h-[50vh] min-h-40 font-mono text-xs"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
