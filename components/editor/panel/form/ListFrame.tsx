'use client';

import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/IconButton';
import { Label } from '@/components/ui/Label';

export function ListFrame({
  items,
  canAdd,
  onAddClick,
  title,
  schema,
  disabled,
}: ArrayFieldTemplateProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <Label asChild className="mb-1.5">
        <legend>{schema.title ?? title}</legend>
      </Label>
      {schema.description === undefined ? null : (
        <p className="text-xs text-fg-muted">{schema.description}</p>
      )}
      {items}
      {canAdd ? (
        <Button size="sm" disabled={disabled ?? false} onClick={onAddClick} className="self-start">
          <Plus aria-hidden />
          Add
        </Button>
      ) : null}
    </fieldset>
  );
}

export function ListItem({
  children,
  buttonsProps,
  hasToolbar,
  schema,
  index,
}: ArrayFieldItemTemplateProps) {
  const boxed = schema.type === 'object';
  const {
    hasMoveUp,
    hasMoveDown,
    hasRemove,
    onMoveUpItem,
    onMoveDownItem,
    onRemoveItem,
    disabled,
  } = buttonsProps;
  return (
    <div className={cn('flex items-start gap-1', boxed && 'rounded-lg border border-line p-3')}>
      <div className="min-w-0 flex-1">{children}</div>
      {hasToolbar ? (
        <div className={cn('flex shrink-0', boxed && '-mt-1 -mr-1 flex-col')}>
          {hasMoveUp ? (
            <IconButton
              size="sm"
              label={`Move item ${index + 1} up`}
              disabled={disabled ?? false}
              onClick={onMoveUpItem}
            >
              <ArrowUp aria-hidden />
            </IconButton>
          ) : null}
          {hasMoveDown ? (
            <IconButton
              size="sm"
              label={`Move item ${index + 1} down`}
              disabled={disabled ?? false}
              onClick={onMoveDownItem}
            >
              <ArrowDown aria-hidden />
            </IconButton>
          ) : null}
          {hasRemove ? (
            <IconButton
              size="sm"
              label={`Remove item ${index + 1}`}
              disabled={disabled ?? false}
              onClick={onRemoveItem}
            >
              <Trash2 aria-hidden />
            </IconButton>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
