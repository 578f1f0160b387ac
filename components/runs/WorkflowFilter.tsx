'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '@/components/trpc/context';
import { Select } from '@/components/ui/Select';

const ALL = 'all';
const MAX_CHOICES = 200;

interface WorkflowFilterProps {
  projectId: string;
  workflowId: string | undefined;
}

/** The choice lives in the address, so that a filtered list can be sent to somebody. */
export function WorkflowFilter({ projectId, workflowId }: WorkflowFilterProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const workflows = useQuery(trpc.workflow.list.queryOptions({ projectId, limit: MAX_CHOICES }));
  const options = [
    { value: ALL, label: 'All workflows' },
    ...(workflows.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      aria-label="Runs of which workflow"
      value={workflowId ?? ALL}
      onValueChange={(value) => {
        router.replace(`/p/${projectId}/runs${value === ALL ? '' : `?workflow=${value}`}`);
      }}
      options={options}
      placeholder="This workflow"
      className="w-56 max-w-full"
    />
  );
}
