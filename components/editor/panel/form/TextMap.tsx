'use client';

import type { FieldProps } from '@rjsf/utils';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { mapOf, reconcile, type MapRow } from './map-rows';

type Known = 'onChange' | 'onBlur' | 'fieldPathId' | 'uiSchema' | 'disabled';
type MapProps = Pick<FieldProps, Known> & { formData?: unknown };

/** Names and texts, a row each; a row counts as soon as it has a name. */
export function TextMap(props: MapProps) {
  const { formData, onChange, onBlur, fieldPathId, uiSchema, disabled } = props;
  const { $id: id, path } = fieldPathId;
  const [typed, setTyped] = useState<readonly MapRow[]>([]);
  const rows = reconcile(typed, formData);
  const mono = uiSchema?.['ui:options']?.['mono'] === true && 'font-mono text-xs';
  function change(next: readonly MapRow[]): void {
    setTyped(next);
    onChange(mapOf(next), path);
  }
  function changeRow(at: number, row: Partial<MapRow>): void {
    change(rows.map((old, index) => (index === at ? { ...old, ...row } : old)));
  }
  const leave = () => onBlur(id, formData);
  return (
    <div className="flex flex-col gap-1.5" id={id}>
      {rows.map((row, index) => (
        <div key={index} className="flex items-start gap-1">
          <Input
            aria-label={`Name ${index + 1}`}
            placeholder="Name"
            disabled={disabled}
            value={row.key}
            onBlur={leave}
            onChange={(event) => changeRow(index, { key: event.target.value })}
            className="basis-2/5"
          />
          <Input
            aria-label={`Value ${index + 1}`}
            placeholder="Value"
            disabled={disabled}
            value={row.value}
            onBlur={leave}
            onChange={(event) => changeRow(index, { value: event.target.value })}
            className={cn('flex-1', mono)}
          />
          <IconButton
            size="sm"
            className="mt-0.5"
            label={`Remove ${row.key === '' ? `row ${index + 1}` : row.key}`}
            disabled={disabled}
            onClick={() => change(rows.filter((_row, at) => at !== index))}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        disabled={disabled}
        onClick={() => setTyped([...rows, { key: '', value: '' }])}
      >
        <Plus aria-hidden />
        Add
      </Button>
    </div>
  );
}
