import { append } from './append';
import { blame } from './blame';
import { coldOpen } from './cold-open';
import { compare } from './compare';
import { contended } from './contended';
import { hash } from './hash';
import { materialize } from './materialize';
import { merge } from './merge';

const benches: Record<string, () => Promise<void>> = {
  append,
  contended,
  materialize,
  merge,
  blame,
  compare,
  hash,
  'cold-open': coldOpen,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (wanted.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no benchmark named ${unknown.join(', ')}.`);
  console.error(`npm run bench -- <name>, one or more of: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const name of wanted) await benches[name]?.();
