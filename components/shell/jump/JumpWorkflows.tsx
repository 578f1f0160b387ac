'use client';

import { useQuery } from '@tanstack/react-query';
import { Spline } from 'lucide-react';
import { useTRPC } from '@/components/trpc/context';
import { CommandGroup, CommandItem } from '@/components/ui/CommandPalette';

const MOST = 200;

interface JumpWorkflowsProps {
  projectId: string;
  go: (path: string) => void;
}

export function JumpWorkflows({ projectId, go }: JumpWorkflowsProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.workflow.list.queryOptions({ projectId, limit: MOST }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <CommandGroup heading="Workflows">
      {data.items.map((workflow) => (
        <CommandItem
          key={workflow.id}
          value={`${workflow.name} ${workflow.id}`}
          onSelect={() => go(`/p/${projectId}/w/${workflow.id}`)}
        >
          <Spline aria-hidden />
          <span className="truncate">{workflow.name}</span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
