import type { Arbitrary } from 'fast-check';
import { createTag } from '../../store/create-tag';
import { type Act, pick, place, type Where } from './command';
import type { Real } from './real';
import { type Branch, headOf, type Model, newBranch, type Version } from './state';

const MOST = 3;

/** [M1] A branch from any version, with nothing of anybody's to undo on it. */
export const branching: Arbitrary<Act> = place.map((at) => ({
  text: `new branch at version ${at}`,
  run: async (model, real, { by }) => {
    if (model.branches.length === MOST) return;
    await addBranch(model, real, { by, version: pick(model.versions, at) });
  },
}));

/** A branch beside this one, made at the same version when there is none. */
export async function branchBeside(
  model: Model,
  real: Real,
  { branch, by }: Where,
): Promise<Branch> {
  const other = model.branches.find((one) => one !== branch);
  return other ?? addBranch(model, real, { by, version: headOf(branch) });
}

async function addBranch(
  model: Model,
  real: Real,
  { by, version }: { by: number; version: Version },
): Promise<Branch> {
  const name = `branch-${model.branches.length}`;
  const asked = { workflowId: real.workflowId, versionId: version.id, name };
  const { id } = await real.send(by, createTag, asked);
  const branch = newBranch({ id, name, version, by });
  model.branches.push(branch);
  return branch;
}
