'use client';

import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { RoleBadge } from '@/components/projects/RoleBadge';
import { useTRPC } from '@/components/trpc/context';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/Popover';
import { Skeleton } from '@/components/ui/Skeleton';

/** Who is in the project, and what each may do. */
export function MembersPopover({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const members = useQuery(trpc.project.members.queryOptions({ projectId }, { enabled: open }));
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost">
          <Users aria-hidden />
          People
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" label="People in this project" className="w-80">
        <h2 className="mb-2 text-sm font-semibold">People in this project</h2>
        {members.isError ? (
          <QueryFailure error={members.error} onRetry={() => void members.refetch()} />
        ) : null}
        {members.isPending ? (
          <div aria-busy aria-label="Loading people" className="flex flex-col gap-3 py-1">
            <Skeleton className="h-8" />
            <Skeleton className="h-8" />
            <Skeleton className="h-8" />
          </div>
        ) : (
          <ul className="flex max-h-80 flex-col gap-1 overflow-y-auto">
            {members.data?.map((member) => (
              <li key={member.userId} className="flex items-center gap-2.5 py-1">
                <Avatar name={member.name} size="md" />
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">{member.name}</p>
                  <p className="truncate text-xs text-fg-muted">{member.email}</p>
                </div>
                <RoleBadge role={member.role} />
              </li>
            ))}
          </ul>
        )}
      </PopoverContent>
    </Popover>
  );
}
