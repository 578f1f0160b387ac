import { GitBranch } from 'lucide-react';

/** The branch a run was submitted from; a version can also be run by itself. */
export function BranchName({ name }: { name: string | null }) {
  if (name === null) return <span className="text-xs text-fg-muted">one version, no branch</span>;
  return (
    <span className="inline-flex max-w-full items-center gap-1 text-xs text-fg-muted">
      <GitBranch aria-hidden className="size-3 shrink-0 text-fg-subtle" />
      <span className="truncate">{name}</span>
    </span>
  );
}
