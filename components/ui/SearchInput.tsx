import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Input } from './Input';

/** A search box; `aria-label` says what is searched. */
export function SearchInput({
  className,
  ...props
}: ComponentProps<'input'> & { 'aria-label': string }) {
  return (
    <div className={cn('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-fg-subtle"
      />
      <Input type="search" className="pl-8" {...props} />
    </div>
  );
}
