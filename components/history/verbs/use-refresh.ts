import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/trpc/context';

/** Reads again what is shown of branches after one has moved. */
export function useRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    const filters = [trpc.tag.moves, trpc.tag.get, trpc.tag.list].map((one) => one.pathFilter());
    await Promise.all(filters.map((filter) => queryClient.invalidateQueries(filter)));
  };
}
