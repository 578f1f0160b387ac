/** Inputs that the server prefetches with too, so that the keys agree. */
export const CHURN_DAYS = 7;

const PAGE_SIZE = 20;

export function compactionListInput(projectId: string) {
  return { projectId, limit: PAGE_SIZE };
}
