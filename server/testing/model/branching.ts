import type { Arbitrary } from 'fast-check';
import fc from 'fast-check';
import { createTag } from '../../store/create-tag';
import { type Act, pick, place } from './command';
import { newBranch } from './state';

const MOST = 3;

/** [M1] A branch from any version, with nothing of anybody's to undo on it. */
export const branching: Arbitrary<Act> = fc.tuple(place).map(([at]) => ({
  text: `new branch at version ${at}`,
  run: async (model, real, { by }) => {
    if (model.branches.length === MOST) return;
    const version = pick(model.versions, at);
    const name = `branch-${model.branches.length}`;
    const { workflowId } = real;
    const { id } = await real.send(by, createTag, { workflowId, versionId: version.id, name });
    model.branches.push(newBranch({ id, name, version, by }));
  },
}));
