/** What a killed server leaves behind. */
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { ps, signal, until } from '../processes.mjs';

/**
 * Makes a folder without a running server startable: waits for (then ends) processes of the dead server, and only then
 * removes its pid file. PostgreSQL itself would trust a pid that now belongs to a zombie or to another program.
 */
export async function clearLeftovers(data) {
  if (!existsSync(join(data, 'postmaster.pid'))) return;
  const gone = () => orphans(data).length === 0;
  if (!(await until(5_000, gone))) {
    for (const pid of orphans(data)) signal(pid, 'SIGKILL');
    await until(5_000, gone);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Server processes that outlived their parent. They keep the data folder as working directory. */
function orphans(data) {
  return process.platform === 'linux' ? orphansFromProc(data) : orphansFromPs();
}

function orphansFromProc(data) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && linkOf(`/proc/${name}/cwd`) === data)
    .filter((name) => /\/postgres( \(deleted\))?$/.test(linkOf(`/proc/${name}/exe`) ?? ''))
    .map(Number);
}

/** Without /proc the folder of a process is unknown: any server process whose parent died counts. */
function orphansFromPs() {
  return ps('-axo', 'pid=,ppid=,command=')
    .split('\n')
    .map((line) => /^\s*(\d+)\s+1\s+postgres: /.exec(line)?.[1])
    .filter((pid) => pid !== undefined)
    .map(Number);
}

function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
