import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { appendPatch } from '../../store/append-patch';
import { createTag } from '../../store/create-tag';
import { agree } from './agree';
import { type Act, type Command, pick, place } from './command';
import { headOf } from './state';

/** [V4] The same request again, much later: the first answer, and nothing happens. */
export const retry: Arbitrary<Act> = place.map((at) => ({
  text: `retry request ${at}`,
  run: async (_, { sent }) => {
    if (sent.length === 0) return;
    const { again, answer } = pick(sent, at);
    expect(await again()).toEqual(answer);
  },
}));

/** [V4] Another request with an op_id that was used. */
export const reuse: Arbitrary<Act> = fc.tuple(place, fc.nat(2)).map(([at, other]) => ({
  text: `use the op_id of request ${at} again`,
  run: async (_, real, { branch }) => {
    if (real.sent.length === 0) return;
    const { workflowId } = real;
    const used = pick(real.sent, at);
    const [ref, head] = [{ tagId: branch.id }, headOf(branch)];
    const ops = [{ op: 'add', path: '/ext/reused', value: at }];
    const answers = [
      () => real.sendAs(used, appendPatch, { ref, parent: head.id, ops }),
      () => real.sendAs(used, createTag, { workflowId, versionId: head.id, name: 'reused' }),
    ];
    await expect(pick(answers, other)()).rejects.toMatchObject({ code: 'op_id_reused' });
  },
}));

/** Everything but the database is lost. */
export const restart: Command = {
  check: () => true,
  toString: () => 'restart',
  run: async (model, real) => {
    await real.restart();
    await agree(model, real);
  },
};
