import type { Dag, DagGroup, DagNode, DagNote } from '../../dag/document';
import type { Json } from '../../json/json';
import { idsInFile } from './file-ids';
import { keptOf } from './kept';
import { type OutlineLink, outlineLinks } from './outline-links';
import { BOXES, ranked, rankKey, readRanks } from './ranks';

export type BoxEntry =
  | { readonly collection: 'nodes'; readonly entry: DagNode }
  | { readonly collection: 'notes'; readonly entry: DagNote }
  | { readonly collection: 'groups'; readonly entry: DagGroup };

/** A box with the id it has in the file; undefined when it came without and needs none. */
export type FileBox = BoxEntry & { readonly fileId: Json | undefined };
export type OutlineBox = FileBox & { readonly id: string; readonly key: string };

/** A document as the two lists of its file, in the order of the file, and after it what is new. */
export interface Outline {
  readonly boxes: readonly OutlineBox[];
  readonly links: readonly OutlineLink[];
}

export function outlineOf(dag: Dag): Outline {
  const ranks = readRanks(dag, BOXES);
  const needed = namedByOthers(dag);
  const boxes = ranked(boxesOf(dag), ranks);
  const ids = idsInFile(boxes, {
    isOld: ({ key }) => ranks.has(key),
    idOf: ({ id, key, entry }) => {
      const kept = keptOf(entry);
      if (kept.form.noId === true && !needed.has(key)) return undefined;
      return kept.id === undefined ? id : kept.id;
    },
  });
  const nodes = boxes.filter(({ collection }) => collection === 'nodes');
  const nodeIds = new Map(nodes.map((box) => [box.id, ids.get(box)]));
  return {
    boxes: boxes.map((box) => ({ ...box, fileId: ids.get(box) })),
    links: outlineLinks(dag, nodeIds),
  };
}

type Boxed = BoxEntry & { readonly id: string; readonly key: string };

function boxesOf(dag: Dag): readonly Boxed[] {
  const boxes = BOXES.map((collection) =>
    Object.entries(dag[collection]).map(([id, entry]: [string, BoxEntry['entry']]) => {
      return { collection, id, key: rankKey(collection, id), entry } as Boxed;
    }),
  );
  return boxes.flat();
}

/** Nodes that are connected, and groups that hold something: they cannot do without an id. */
function namedByOthers(dag: Dag): ReadonlySet<string> {
  const ends = Object.values(dag.edges).flatMap(({ source, target }) => [source, target]);
  const groups = Object.values(dag.nodes).flatMap(({ group }) => group ?? []);
  return new Set([
    ...ends.map((id) => rankKey('nodes', id)),
    ...groups.map((id) => rankKey('groups', id)),
  ]);
}
