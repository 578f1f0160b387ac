'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './IconButton';
import { dialogOverlay, dialogPanel } from './dialog-styles';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

interface DialogContentProps extends Omit<ComponentProps<typeof Primitive.Content>, 'title'> {
  title: ReactNode;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
}

const WIDTHS = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl' } as const;

export function DialogContent({
  title,
  description,
  size = 'md',
  className,
  children,
  ...props
}: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={dialogOverlay}>
        <Primitive.Content
          className={cn(dialogPanel, WIDTHS[size], className)}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          {...props}
        >
          <div className="flex items-start gap-4 px-5 pt-4">
            <div className="min-w-0 flex-1 pt-0.5">
              <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
              {description === undefined ? null : (
                <Primitive.Description className="mt-1 text-sm text-fg-muted">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close" size="sm" className="-mr-1.5">
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Overlay>
    </Primitive.Portal>
  );
}

export function DialogBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex flex-col gap-4 px-5 py-4', className)} {...props} />;
}

/** Actions, the main one last; on a phone they take the whole width. */
export function DialogFooter({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn(
        'flex flex-col-reverse gap-2 rounded-b-xl border-t border-line bg-sunken/60 px-5 py-3 sm:flex-row sm:items-center sm:justify-end',
        className,
      )}
      {...props}
    />
  );
}
