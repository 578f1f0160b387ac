const PAGE_SIZE = 50;

interface Shown {
  projectId: string;
  search: string;
  archived: boolean;
}

/** Input of `workflow.list`; the server prefetches with the very same, so that the keys agree. */
export function workflowListInput({ projectId, search, archived }: Shown) {
  return { projectId, archived, limit: PAGE_SIZE, ...(search === '' ? {} : { search }) };
}
