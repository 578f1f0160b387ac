import type { Dag } from '@core/dag/document';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { appendPatch } from '@/server/store/append-patch';
import { type BenchProject, type Branch, makeBranch } from './product';
import { dragOps } from './sample-dag';

/** One edit at the store; the branch knows its new head afterwards. */
export async function saveAtStore(
  { db, scope }: BenchProject,
  branch: Branch,
  ops: unknown,
): Promise<void> {
  const result = await inProject(db, scope, (trx) =>
    appendPatch(trx, {
      ...scope,
      ref: { tagId: branch.tagId },
      parent: branch.head,
      ops,
      opId: newId(),
    }),
  );
  if (result.status === 'committed') branch.head = result.version.id;
}

/** A branch with so many drags on a document. */
export async function draggedBranch(
  project: BenchProject,
  document: Dag,
  drags: number,
): Promise<Branch> {
  const branch = await makeBranch(project, document);
  const size = Object.keys(document.nodes).length;
  for (let turn = 1; turn <= drags; turn += 1) {
    await saveAtStore(project, branch, dragOps(size, turn));
  }
  return branch;
}
