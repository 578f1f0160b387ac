'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from './Button';
import { cn } from './cn';
import { dialogOverlay, dialogPanel } from './dialog-styles';

export const Dialog = Primitive.Root;
export const DialogClose = Primitive.Close;

interface DialogContentProps extends Omit<ComponentProps<typeof Primitive.Content>, 'title'> {
  title: ReactNode;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
}

const WIDTHS = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl' } as const;

/** The close button comes last, so that opening puts the focus on the content. */
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
          <div className="px-5 pt-4.5 pr-14">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description === undefined ? null : (
              <Primitive.Description className="mt-1 text-sm break-words text-fg-muted">
                {description}
              </Primitive.Description>
            )}
          </div>
          {children}
          <Primitive.Close asChild>
            <Button
              variant="ghost"
              size="sm"
              aria-label="Close"
              className="absolute top-4 right-3.5 w-7 px-0 pointer-coarse:w-9"
            >
              <X aria-hidden />
            </Button>
          </Primitive.Close>
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
