import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dag } from '@core/dag/document';

const run = promisify(execFile);

/** The same comparison by git, of two files of indented JSON; undefined where there is no git. */
export class GitDiff {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(before: Dag, after: Dag): Promise<GitDiff | undefined> {
    const found = await run('git', ['--version']).catch(() => undefined);
    if (found === undefined) return undefined;
    const folder = await mkdtemp(join(tmpdir(), 'stemma-bench-git-'));
    for (const [name, dag] of Object.entries({ before, after })) {
      await writeFile(join(folder, name), `${JSON.stringify(dag, null, 2)}\n`);
    }
    return new GitDiff(folder);
  }

  async diff(): Promise<void> {
    const args = ['diff', '--no-index', 'before', 'after'];
    const options = { cwd: this.#folder, maxBuffer: 64 * 2 ** 20 };
    // Git leaves with 1 when there is a difference.
    await run('git', args, options).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 1)) throw error;
    });
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
