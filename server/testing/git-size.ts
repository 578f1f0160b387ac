import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface GitSize {
  /** One compressed object for each file, tree and commit. */
  readonly loose: number;
  /** After `git gc`: objects as differences from each other, with their index. */
  readonly packed: number;
}

/** Bytes that git needs for revisions of one file, one commit each; undefined without git. */
export function gitSize(revisions: readonly string[]): GitSize | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-git-'));
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env: { ...process.env, ...ENVIRONMENT },
      stdio: 'pipe',
    });
  try {
    git('init', '--quiet');
    for (const [n, text] of revisions.entries()) {
      writeFileSync(join(folder, 'flow.json'), text);
      git('add', 'flow.json');
      git('commit', '--quiet', '--allow-empty', '--message', `Revision ${n}`);
    }
    const objects = join(folder, '.git/objects');
    const loose = sizeOf(objects);
    git('gc', '--quiet', '--aggressive', '--prune=now');
    return { loose, packed: sizeOf(objects) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Nobody's settings but these. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'gc.auto',
  GIT_CONFIG_VALUE_0: '0',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = entries
    .map((entry) => statSync(join(folder, entry)))
    .filter((file) => file.isFile());
  return files.reduce((sum, { size }) => sum + size, 0);
}
