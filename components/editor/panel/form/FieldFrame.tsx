'use client';

import { descriptionId, errorId, type FieldTemplateProps } from '@rjsf/utils';
import { CircleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Label } from '@/components/ui/Label';

/** Label, control, hint and error of one field; a switch stands beside its label. */
export function FieldFrame(props: FieldTemplateProps) {
  const {
    id,
    label,
    schema,
    uiSchema,
    required,
    hidden,
    displayLabel,
    children,
    rawDescription,
    rawErrors,
  } = props;
  if (hidden) return <div hidden>{children}</div>;
  const isMap = uiSchema?.['ui:field'] === 'TextMap';
  if (schema.type === 'object' && !isMap) return <>{children}</>;
  if (schema.type === 'array') return <>{children}</>;
  const isSwitch = schema.type === 'boolean';
  const labelled = label !== '' && (displayLabel || isSwitch || isMap);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <div className={cn(isSwitch && 'flex items-center justify-between gap-3')}>
        {labelled ? (
          <Label htmlFor={id} className={cn(!isSwitch && 'mb-1.5 block')}>
            {label}
            {required ? <span className="ml-1 font-normal text-fg-subtle">required</span> : null}
          </Label>
        ) : null}
        {children}
      </div>
      {rawDescription === undefined || rawDescription === '' || !labelled ? null : (
        <p id={descriptionId(id)} className="text-xs text-fg-muted">
          {rawDescription}
        </p>
      )}
      <FieldErrors id={errorId(id)} messages={rawErrors ?? []} />
    </div>
  );
}

function FieldErrors({ id, messages }: { id: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <p id={id} className="flex gap-1.5 text-xs text-danger-fg">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{[...new Set(messages)].join(' ')}</span>
    </p>
  );
}
