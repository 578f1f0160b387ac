import type { Dag } from '../../dag/document';
import { COLLECTIONS, emptyDag } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { IdMaker } from '../id-maker';
import { assertImportable } from '../importable';
import type { Imported, ImportOptions } from '../imported';
import { nameIn } from '../imported';
import { objectOf, omit } from '../objects';
import { readAsides } from './aside';
import { readBoxes } from './boxes';
import type { ForeignFlow } from './foreign';
import { idKey, readFlow } from './foreign';
import { type ImportedBoxes, importBoxes } from './import-boxes';
import { type ImportedLinks, importLinks } from './import-links';
import { type Outline, outlineOf } from './outline';
import { BOXES, keepOrder, LINKS, readRanks, writeRanks } from './ranks';
import { reportReactFlow } from './report-react-flow';

/**
 * [D3][D6] A React Flow document as one of ours that keeps every foreign field, so that
 * `exportReactFlow` gives back an equal file. The file is the whole truth: what it does not contain is
 * not in the result.
 */
export function importReactFlow(source: unknown, { random, existing }: ImportOptions): Imported {
  assertImportable(source);
  const flow = readFlow(source);
  const earlier = existing ?? emptyDag();
  const before = outlineOf(earlier);
  const maker = new IdMaker(random, idsIn(earlier));
  const boxes = importBoxes(readBoxes(flow), { before, maker });
  const links = importLinks(flow.edges ?? [], {
    boxes,
    byFileId: idsByFileId(flow, boxes),
    before,
    maker,
  });
  const dag: Dag = {
    ...earlier,
    ...boxes.entries,
    edges: links.edges,
    ext: { ...omit(earlier.ext, ['flow']), ...extOf({ flow, boxes, links, earlier, before }) },
  };
  return {
    dag,
    name: nameIn(flow.rest),
    report: reportReactFlow({ dag, flow, boxes, keptAside: links.keptAside }),
  };
}

function idsIn(dag: Dag): readonly string[] {
  const ids = COLLECTIONS.flatMap((collection) => Object.keys(dag[collection]));
  return [...ids, ...readAsides(dag).keys()];
}

/** Of nodes with one id React Flow connects the last. */
function idsByFileId({ nodes }: ForeignFlow, { ids }: ImportedBoxes): ReadonlyMap<string, string> {
  const byFileId = new Map<string, string>();
  for (const [i, { id: foreign }] of nodes.entries()) {
    const [key, id] = [idKey(foreign), ids[i]];
    if (key !== undefined && id !== undefined) byFileId.set(key, id);
  }
  return byFileId;
}

interface ExtArgs {
  readonly flow: ForeignFlow;
  readonly boxes: ImportedBoxes;
  readonly links: ImportedLinks;
  readonly earlier: Dag;
  readonly before: Outline;
}

/** What is kept of the file itself. */
function extOf({ flow, boxes, links, earlier, before }: ExtArgs): { flow?: Json } {
  const boxRanks = { ranks: readRanks(earlier, BOXES), known: before.boxes };
  const linkRanks = { ranks: readRanks(earlier, LINKS), known: before.links };
  const order = [keepOrder(boxes.keys, boxRanks), keepOrder(links.keys, linkRanks)] as const;
  const hidden = order[1] === linkRanks.ranks ? hiddenAsides(earlier, before) : {};
  const parts = {
    document: flow.rest,
    order: writeRanks(order),
    aside: { ...hidden, ...links.asides },
  };
  const kept: Record<string, Json> = flow.edges === undefined ? { noEdges: true } : {};
  for (const [part, value] of Object.entries(parts)) {
    if (Object.keys(value).length > 0) kept[part] = value;
  }
  return Object.keys(kept).length === 0 ? {} : { flow: kept };
}

/** What was kept aside and hangs on something that is gone: no file shows it, so none takes it away. */
function hiddenAsides(earlier: Dag, before: Outline): JsonObject {
  const shown = new Set(before.links.map(({ id }) => id));
  const asides = Object.entries(objectOf(objectOf(earlier.ext.flow).aside));
  return Object.fromEntries(asides.filter(([id]) => !shown.has(id)));
}
