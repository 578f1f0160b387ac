/** The look of everything that drops down: menus, selects, the palette. */
export const menuContent =
  'z-50 max-h-[min(var(--radix-dropdown-menu-content-available-height,24rem),24rem)] min-w-44 animate-enter overflow-y-auto rounded-lg border border-line bg-raised p-1 text-sm text-fg shadow-raised outline-none';

export const menuItem =
  'relative flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-disabled:pointer-events-none data-disabled:opacity-50 data-highlighted:bg-hover pointer-coarse:min-h-10 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-fg-subtle';

export const menuDanger = 'text-danger-fg data-highlighted:bg-danger-soft [&>svg]:text-danger-fg';
export const menuLabel = 'px-2 pt-1.5 pb-1 text-xs font-medium text-fg-subtle';
export const menuSeparator = '-mx-1 my-1 h-px bg-line';
