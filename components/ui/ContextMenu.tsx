'use client';

import { ContextMenu as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Kbd } from './Kbd';
import { menuContent, menuDanger, menuItem, menuLabel, menuSeparator } from './menu-styles';

/** Not modal: the page behind stays readable and in place while the menu is open. */
export function ContextMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}

export const ContextMenuTrigger = Primitive.Trigger;

export function ContextMenuContent({
  className,
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content collisionPadding={8} className={cn(menuContent, className)} {...props} />
    </Primitive.Portal>
  );
}

interface ItemProps extends ComponentProps<typeof Primitive.Item> {
  danger?: boolean;
  keys?: readonly string[];
}

export function ContextMenuItem({
  danger = false,
  keys,
  className,
  children,
  ...props
}: ItemProps) {
  return (
    <Primitive.Item className={cn(menuItem, danger && menuDanger, className)} {...props}>
      {children}
      {keys === undefined ? null : <Kbd keys={keys} className="ml-auto pl-4" />}
    </Primitive.Item>
  );
}

export function ContextMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn(menuLabel, className)} {...props} />;
}

export function ContextMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator className={cn(menuSeparator, className)} {...props} />;
}
