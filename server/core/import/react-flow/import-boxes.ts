import type { Dag, Position } from '../../dag/document';
import type { IdMaker } from '../id-maker';
import { matchInPasses } from '../matching';
import type { Box, BoxCollection } from './boxes';
import { readGroup } from './group-lens';
import { extWith, keptFor } from './kept';
import type { Read } from './lens';
import { BOX_PASSES } from './match';
import { readNode } from './node-lens';
import { readNote } from './note-lens';
import { pickOurs } from './ours';
import type { BoxEntry, FileBox, Outline, OutlineBox } from './outline';
import { keepPlace } from './placing';
import { rankKey } from './ranks';

export interface ImportedBoxes {
  readonly entries: Pick<Dag, BoxCollection>;
  /** Our ids, in the order of the file. */
  readonly ids: readonly string[];
  /** The rank keys, in the order of the file. */
  readonly keys: readonly string[];
  /** How many were found again. */
  readonly matched: number;
}

/** The nodes of the file as nodes, notes and groups, with the ids they had before or new ones [D6]. */
export function importBoxes(
  boxes: readonly Box[],
  { before, maker }: { readonly before: Outline; readonly maker: IdMaker },
): ImportedBoxes {
  const reads = boxes.map(readBox);
  const matches = matchInPasses(reads, before.boxes, BOX_PASSES);
  const ids = reads.map((read, i) => matches[i]?.id ?? maker.make(wordsFor(read)));
  const entries: Record<BoxCollection, Record<string, object>> = {
    nodes: {},
    notes: {},
    groups: {},
  };
  for (const [i, read] of reads.entries()) {
    const id = ids[i] ?? '';
    const { parent, isMember } = boxes[i] ?? { isMember: false };
    const group = isMember && parent ? ids[parent.index] : undefined;
    entries[read.collection][id] = finish(read, { id, group, was: matches[i] });
  }
  return {
    entries: entries as Pick<Dag, BoxCollection>,
    ids,
    keys: reads.map(({ collection }, i) => rankKey(collection, ids[i] ?? '')),
    matched: matches.filter((match) => match !== undefined).length,
  };
}

type ReadBox = FileBox & Read<BoxEntry['entry']>;

function readBox(box: Box): ReadBox {
  const fileId = box.foreign.id;
  switch (box.collection) {
    case 'nodes':
      return { collection: 'nodes', fileId, ...readNode(box) };
    case 'notes':
      return { collection: 'notes', fileId, ...readNote(box) };
    case 'groups':
      return { collection: 'groups', fileId, ...readGroup(box) };
  }
}

/** What a new id is made of. */
function wordsFor({ collection, entry, fileId }: ReadBox): string {
  if (collection === 'notes') return 'note';
  const words = [entry.name, fileId, collection === 'groups' ? 'group' : 'node'];
  return words.find((word): word is string => typeof word === 'string' && word !== '') ?? '';
}

interface Finish {
  readonly id: string;
  readonly group: string | undefined;
  /** What it was in the earlier version. */
  readonly was: OutlineBox | undefined;
}

/** What React Flow has no word for stays as it was, unless the file says it in ours. */
function finish(read: ReadBox, { id, group, was }: Finish): object {
  const kept = keptFor(read, id);
  const { position: place, ...entry }: { readonly position?: Position } = read.entry;
  const position = was ? keepPlace(place, was.entry, kept.form) : place;
  return {
    ...entry,
    ...(position && { position }),
    ...(group !== undefined && { group }),
    ...(read.ours ?? pickOurs(read.collection, was?.entry ?? {})),
    ...extWith(kept, was?.entry),
  };
}
