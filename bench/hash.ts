import { createHash } from 'node:crypto';
import { digestDag, updateDigest } from '@core/dag/digest';
import { validateChange } from '@core/dag/validate';
import { canonicalText } from '@core/json/canonical';
import type { Json } from '@core/json/json';
import { applyPatch } from '@core/patch/apply-patch';
import { dragOps, sampleDag } from './lib/sample-dag';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';

const SIZES = [10, 1_000];
const ROUNDS = 200;

/** [D4] What the two hashes of one edit cost, beside hashing the whole document again. */
export async function hash(): Promise<void> {
  for (const size of SIZES) await oneSize(size);
}

async function oneSize(size: number): Promise<void> {
  const names = [
    'tree, one edit',
    'apply, one edit',
    'validate, one edit',
    'tree, from nothing',
    'flat: JCS + SHA-256',
    'structuredClone',
  ];
  const samples = new Map(names.map((name) => [name, new Samples()]));
  const of = (name: string) => samples.get(name) ?? new Samples();
  let dag = sampleDag(size);
  let digest = digestDag(dag);
  let turn = 0;
  await interleave(ROUNDS, [
    async () => {
      turn += 1;
      const before = dag;
      dag = await timed(of('apply, one edit'), () => applyPatch(before, dragOps(size, turn)));
      await timed(of('validate, one edit'), () => validateChange(before, dag));
      digest = await timed(of('tree, one edit'), () => updateDigest(digest, before, dag));
    },
    async () => void (await timed(of('flat: JCS + SHA-256'), () => flat(dag as unknown as Json))),
    async () => void (await timed(of('structuredClone'), () => structuredClone(dag))),
    async () =>
      void (turn % 10 === 0 && (await timed(of('tree, from nothing'), () => digestDag(dag)))),
  ]);
  const base = of('flat: JCS + SHA-256').median;
  const rows = names.map((name) => [
    name,
    ms(of(name).median),
    ms(of(name).p95),
    ratio(of(name).median, base),
  ]);
  printTable(`hash: ${size} nodes (ms)`, ['', 'p50', 'p95', 'of flat'], rows);
}

function flat(value: Json): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}
