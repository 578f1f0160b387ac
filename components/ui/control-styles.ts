/** What every text-like control shares: frame, focus, invalid and disabled. */
export const controlStyles =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface text-sm text-fg shadow-card transition-[border-color,box-shadow] outline-none hover:border-fg-subtle/60 focus-visible:border-ring focus-visible:ring-3 focus-visible:ring-ring/25 aria-invalid:border-danger aria-invalid:focus-visible:ring-danger/25 disabled:cursor-not-allowed disabled:opacity-60';
