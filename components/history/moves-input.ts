const PAGE = 50;

/** The first page of a branch's moves; the server's prefetch and the list ask the same. */
export function movesInput(branch: { projectId: string; tagId: string }) {
  return { ...branch, limit: PAGE };
}
