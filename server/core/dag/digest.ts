import { sha256Hex } from '../hash';
import { canonicalBytes } from '../json/canonical';
import type { Json } from '../json/json';
import { changedEntries } from './changed-entries';
import {
  type CollectionDigest,
  EMPTY_DIGEST,
  type EntryChange,
  updateCollection,
} from './collection-digest';
import { COLLECTIONS, type Collection, type Dag, emptyDag } from './document';
import { logicKeyOfEdge, logicOfEdge, logicOfNode } from './logic';

/** [D4] Both hash trees of one document. Immutable, and shared between versions. */
export interface DagDigest {
  readonly collections: Readonly<Record<Collection, CollectionDigest>>;
  readonly logicNodes: CollectionDigest;
  readonly logicEdges: CollectionDigest;
  readonly versionHash: string;
  readonly logicHash: string;
  /** Length of the canonical document. */
  readonly bytes: number;
}

/** Both hashes of a document, from nothing. */
export function digestDag(dag: Dag): DagDigest {
  return updateDigest(EMPTY, emptyDag(), dag);
}

/**
 * The digest of `after`, given the digest of `before`; costs what differs between them. Property:
 * equal to `digestDag(after)`.
 */
export function updateDigest(digest: DagDigest, before: Dag, after: Dag): DagDigest {
  const collections = { ...digest.collections };
  for (const name of COLLECTIONS) {
    collections[name] = updateCollection(
      collections[name],
      entryChanges(before[name], after[name]),
    );
  }
  const logicNodes = updateCollection(digest.logicNodes, logicNodeChanges(before, after));
  const logicEdges = updateCollection(digest.logicEdges, logicEdgeChanges(before, after));
  return sealed({ collections, logicNodes, logicEdges }, after);
}

const DOC_PREFIX = utf8('stemma-doc/1\0');
const LOGIC_PREFIX = utf8('stemma-logic/1\0');

/** Length of a digest in JSON, quotes included. */
const DIGEST_IN_JSON = 66;

type Trees = Pick<DagDigest, 'collections' | 'logicNodes' | 'logicEdges'>;

function sealed(trees: Trees, dag: Dag): DagDigest {
  const head = canonicalBytes({
    schema: dag.schema,
    settings: dag.settings as unknown as Json,
    ext: dag.ext,
    nodes: trees.collections.nodes.digest,
    edges: trees.collections.edges.digest,
    notes: trees.collections.notes.digest,
    groups: trees.collections.groups.digest,
  });
  const logic = canonicalBytes({
    schema: dag.schema,
    settings: { run: dag.settings.run },
    nodes: trees.logicNodes.digest,
    edges: trees.logicEdges.digest,
  });
  const entries = COLLECTIONS.reduce((sum, name) => sum + trees.collections[name].bytes, 0);
  return {
    ...trees,
    versionHash: sha256Hex(concat(DOC_PREFIX, head)),
    logicHash: sha256Hex(concat(LOGIC_PREFIX, logic)),
    bytes: head.length - COLLECTIONS.length * DIGEST_IN_JSON + entries,
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

type Entries = Readonly<Record<string, unknown>>;

function entryChanges(before: Entries, after: Entries): EntryChange[] {
  const { added, changed, removed } = changedEntries(before, after);
  return [
    ...removed.map((key) => ({ key, value: undefined })),
    ...[...added, ...changed].map((key) => ({ key, value: after[key] as Json })),
  ];
}

function logicNodeChanges(before: Dag, after: Dag): EntryChange[] {
  const { added, changed, removed } = changedEntries(before.nodes, after.nodes);
  return [
    ...removed.map((key) => ({ key, value: undefined })),
    ...[...added, ...changed].flatMap((key) => {
      const node = after.nodes[key];
      return node === undefined ? [] : [{ key, value: logicOfNode(node) }];
    }),
  ];
}

function logicEdgeChanges(before: Dag, after: Dag): EntryChange[] {
  const { added, changed, removed } = changedEntries(before.edges, after.edges);
  const gone = [...removed, ...changed].flatMap((id) => before.edges[id] ?? []);
  const come = [...added, ...changed].flatMap((id) => after.edges[id] ?? []);
  return [
    ...gone.map((edge) => ({ key: logicKeyOfEdge(edge), value: undefined })),
    ...come.map((edge) => ({ key: logicKeyOfEdge(edge), value: logicOfEdge(edge) })),
  ];
}

const EMPTY: DagDigest = sealed(
  {
    collections: {
      nodes: EMPTY_DIGEST,
      edges: EMPTY_DIGEST,
      notes: EMPTY_DIGEST,
      groups: EMPTY_DIGEST,
    },
    logicNodes: EMPTY_DIGEST,
    logicEdges: EMPTY_DIGEST,
  },
  emptyDag(),
);
