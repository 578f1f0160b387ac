'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Kbd } from './Kbd';
import { menuContent, menuDanger, menuItem, menuLabel, menuSeparator } from './menu-styles';

/** Not modal: the page behind stays readable and in place while the menu is open. */
export function DropdownMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}

export const DropdownMenuTrigger = Primitive.Trigger;
export const DropdownMenuRadioGroup = Primitive.RadioGroup;

export function DropdownMenuContent({
  className,
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={4}
        align="start"
        collisionPadding={8}
        className={cn(menuContent, className)}
        {...props}
      />
    </Primitive.Portal>
  );
}

interface ItemProps extends ComponentProps<typeof Primitive.Item> {
  danger?: boolean;
  keys?: readonly string[];
}

export function DropdownMenuItem({
  danger = false,
  keys,
  className,
  children,
  ...props
}: ItemProps) {
  if (props.asChild === true) {
    return (
      <Primitive.Item className={cn(menuItem, danger && menuDanger, className)} {...props}>
        {children}
      </Primitive.Item>
    );
  }
  return (
    <Primitive.Item className={cn(menuItem, danger && menuDanger, className)} {...props}>
      {children}
      {keys === undefined ? null : <Kbd keys={keys} className="ml-auto pl-4" />}
    </Primitive.Item>
  );
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={cn(menuItem, 'pr-8', className)} {...props}>
      {children}
      <Primitive.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="size-4 text-accent-fg" />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn(menuLabel, className)} {...props} />;
}

export function DropdownMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator className={cn(menuSeparator, className)} {...props} />;
}
