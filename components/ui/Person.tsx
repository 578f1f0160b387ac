import { Avatar } from './Avatar';
import { cn } from './cn';

/** A person in a line of text or a table cell. */
export function Person({
  person,
  className,
}: {
  person: { id: string; name: string };
  className?: string;
}) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5', className)}>
      <Avatar name={person.name} />
      <span className="truncate">{person.name}</span>
    </span>
  );
}
