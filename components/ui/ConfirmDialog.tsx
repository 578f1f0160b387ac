'use client';

import { AlertDialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { cn } from './cn';
import { DialogBody, DialogFooter } from './Dialog';
import { dialogOverlay, dialogPanel } from './dialog-styles';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and whether it can be taken back. */
  description: ReactNode;
  /** The verb of the action: “Archive”, never “OK”. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  error?: ReactNode;
  onConfirm: () => void;
  children?: ReactNode;
}

export function ConfirmDialog({ open, onOpenChange, onConfirm, ...props }: ConfirmDialogProps) {
  const { title, description, action, danger = false, busy = false, error, children } = props;
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={dialogOverlay}>
          <Primitive.Content className={cn(dialogPanel, 'max-w-md')}>
            <DialogBody className="gap-2">
              <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
              <Primitive.Description className="text-sm text-fg-muted">
                {description}
              </Primitive.Description>
              {children}
              {error === undefined || error === null ? null : (
                <p role="alert" className="text-sm text-danger-fg">
                  {error}
                </p>
              )}
            </DialogBody>
            <DialogFooter>
              <Primitive.Cancel asChild>
                <Button>Cancel</Button>
              </Primitive.Cancel>
              <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
                {action}
              </Button>
            </DialogFooter>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
