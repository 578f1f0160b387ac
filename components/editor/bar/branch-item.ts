/** How one line of the branch switcher looks, chosen by pointer or by key. */
export const BRANCH_ITEM =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-hover pointer-coarse:min-h-10 [&>svg]:size-4 [&>svg]:shrink-0';
