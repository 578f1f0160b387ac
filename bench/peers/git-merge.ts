import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dag } from '@core/dag/document';
import { applyPatch } from '@core/patch/apply-patch';
import { dragOps } from '../lib/sample-dag';

const run = promisify(execFile);

/** The same merge by git on one file of indented JSON; undefined where there is no git. */
export class GitMerge {
  readonly #folder: string;
  readonly #size: number;
  #sides: { main: Dag; side: Dag };
  #turn = 0;

  private constructor(folder: string, dag: Dag) {
    this.#folder = folder;
    this.#size = Object.keys(dag.nodes).length;
    this.#sides = { main: dag, side: dag };
  }

  static async open(dag: Dag): Promise<GitMerge | undefined> {
    const folder = await mkdtemp(join(tmpdir(), 'stemma-bench-git-'));
    const git = new GitMerge(folder, dag);
    try {
      await git.#git('init', '--quiet', '--initial-branch=main');
      await git.#write(dag);
      await git.#git('add', '.');
      await git.#commit('start');
      await git.#git('branch', 'side');
      return git;
    } catch (error) {
      await git.close();
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** One edit on each branch, the second side starting from what was merged last. */
  async diverge(round: number): Promise<void> {
    this.#turn = round;
    const apart = Math.floor(this.#size / 2);
    const { main } = this.#sides;
    const side = applyPatch(main, dragOps(this.#size, this.#turn + apart));
    this.#sides = { main: applyPatch(main, dragOps(this.#size, this.#turn)), side };
    await this.#git('checkout', '--quiet', '-B', 'side', 'main');
    await this.#write(this.#sides.side);
    await this.#commit('side');
    await this.#git('checkout', '--quiet', 'main');
    await this.#write(this.#sides.main);
    await this.#commit('main');
    this.#sides.main = applyPatch(this.#sides.main, dragOps(this.#size, this.#turn + apart));
  }

  async merge(): Promise<void> {
    await this.#git('merge', '--quiet', '--no-edit', 'side');
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #commit(message: string): Promise<void> {
    return this.#git('commit', '--quiet', '--all', '--allow-empty', '--message', message);
  }

  #write(dag: Dag): Promise<void> {
    return writeFile(join(this.#folder, 'workflow.json'), `${JSON.stringify(dag, null, 2)}\n`);
  }

  async #git(...args: string[]): Promise<void> {
    const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org'];
    await run('git', [...who, ...args], { cwd: this.#folder });
  }
}
