import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real workflows beside the repository; tests that read them say so when they are not there. */
const ROOT =
  process.env.STEMMA_CORPUS ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

export interface CorpusHistory {
  readonly name: string;
  /** Oldest first. */
  readonly revisions: readonly CorpusFile[];
}

/** n8n workflows; none when there is no corpus. */
export function n8nFiles(): readonly CorpusFile[] {
  return filesIn(join(ROOT, 'n8n'));
}

/** Successive revisions of React Flow documents; none when there is no corpus. */
export function flowHistories(): readonly CorpusHistory[] {
  const folder = join(ROOT, 'flowise-history');
  return namesIn(folder).map((name) => ({ name, revisions: filesIn(join(folder, name)) }));
}

/** One case at least, so that a run without the corpus tells what it leaves out. */
export function casesOf(found: readonly CorpusHistory[]): readonly CorpusHistory[] {
  return found.length > 0 ? found : [{ name: 'all of them', revisions: [] }];
}

/** The title of what runs over the corpus. */
export function corpusTitle(title: string, found: readonly unknown[]): string {
  return found.length > 0 ? title : `${title} (skipped: no corpus, set STEMMA_CORPUS)`;
}

function filesIn(folder: string): readonly CorpusFile[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
