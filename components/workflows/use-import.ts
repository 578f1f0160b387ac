'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';
import type { ImportReport } from '@core/import/report';
import { readJsonFile } from './read-json-file';

export type ImportState =
  | { step: 'choose'; refusal?: string }
  | { step: 'reading'; fileName: string }
  | { step: 'done'; workflow: { id: string; name: string }; report: ImportReport };

/** Takes a file through reading and `workflow.import` to its report. */
export function useImport(projectId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const { mutateAsync } = useMutation(trpc.workflow.import.mutationOptions());

  const take = useCallback(
    async (file: File): Promise<void> => {
      setState({ step: 'reading', fileName: file.name });
      const read = await readJsonFile(file);
      if (!read.ok) {
        setState({ step: 'choose', refusal: read.message });
        return;
      }
      try {
        const input = { projectId, fileName: file.name, source: read.value, opId: newOpId() };
        const { workflow, report } = await mutateAsync(input);
        setState({ step: 'done', workflow, report: report as ImportReport });
        await queryClient.invalidateQueries(trpc.workflow.list.pathFilter());
      } catch (error) {
        setState({ step: 'choose', refusal: `${file.name}: ${failureOf(error).message}` });
      }
    },
    [projectId, mutateAsync, queryClient, trpc],
  );

  return { state, take, startOver: () => setState({ step: 'choose' }) };
}
