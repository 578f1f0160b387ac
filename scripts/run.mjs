#!/usr/bin/env node
/** The one door to the product: `node scripts/run.mjs <command> [...args]`. Needs nothing installed. */
import { explain, Problem } from './lib/say.mjs';

const commands = ['start', 'dev', 'build', 'test', 'stress', 'bench', 'stemma'];

async function main() {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !commands.includes(name)) {
    throw new Problem(`Usage: node scripts/run.mjs <${commands.join('|')}> [...args]`);
  }
  const { run } = await import(`./commands/${name}.mjs`);
  return run(args);
}

main().then(
  (code) => process.exit(code ?? 0),
  (error) => {
    explain(error);
    process.exit(1);
  },
);
