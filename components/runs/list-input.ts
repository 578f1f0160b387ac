const PAGE_SIZE = 50;

/** Input of `run.list`; the server prefetches with the very same, so that the keys agree. */
export function runListInput(projectId: string, workflowId: string | undefined) {
  return { projectId, limit: PAGE_SIZE, ...(workflowId === undefined ? {} : { workflowId }) };
}
