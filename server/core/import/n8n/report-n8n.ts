import type { Dag } from '../../dag/document';
import { findDescriptor } from '../../nodes/registry';
import type { ImportReport } from '../report';
import { loopsOf, tally } from '../report';
import type { SecretFinding } from '../secrets';
import { findSecrets } from '../secrets';
import type { ForeignWorkflow } from './foreign';
import { objectOf } from '../objects';
import type { Links } from './links';
import { KEPT_PREFIX } from './node-lens';

export interface ReportArgs {
  readonly dag: Dag;
  readonly workflow: ForeignWorkflow;
  readonly links: Links;
  readonly matched: number;
}

const ITEM_NOTICE =
  'n8n runs a node once per item, Stemma once per value: look over the nodes that were given a Stemma type before you run them here.';

export function reportN8n({ dag, workflow, links, matched }: ReportArgs): ImportReport {
  const nodes = Object.entries(dag.nodes);
  const types = nodes.map(([, node]) => node.type);
  const known = types.filter((type) => findDescriptor(type) !== undefined);
  const unknown = types.filter((type) => findDescriptor(type) === undefined);
  const names = tally(workflow.nodes.map(({ name }) => name));
  return {
    format: 'n8n',
    counts: {
      nodes: nodes.length,
      edges: Object.keys(dag.edges).length,
      notes: Object.keys(dag.notes).length,
      groups: Object.keys(dag.groups).length,
    },
    knownTypes: tally(known),
    unknownTypes: tally(
      unknown.map((type) => (type.startsWith(KEPT_PREFIX) ? type.slice(KEPT_PREFIX.length) : type)),
    ),
    duplicateNames: Object.entries(names)
      .filter(([, count]) => count > 1)
      .map(([name, count]) => ({ name, count })),
    missingIds: workflow.nodes.filter(({ id }) => id === undefined).map(({ name }) => name),
    replacedIds: [],
    dangling: links.keptAside.filter(({ kind }) => kind === 'dangling'),
    keptAside: links.keptAside.filter(({ kind }) => kind !== 'dangling'),
    loops: loopsOf(dag),
    matched,
    secrets: secretsOf(dag, workflow),
    notices: known.some(
      (type) => !type.startsWith('trigger.') && type !== 'noop' && type !== 'fail',
    )
      ? [ITEM_NOTICE]
      : [],
  };
}

/** Secrets by node, and in what the file holds besides its nodes. Paths are those of the file's nodes. */
function secretsOf(dag: Dag, workflow: ForeignWorkflow): SecretFinding[] {
  const { order } = objectOf(dag.ext.n8n);
  const ids = Array.isArray(order) ? order : [];
  const inNodes = workflow.nodes.flatMap((node, i) => {
    const nodeId = ids[i] as unknown;
    const owner =
      typeof nodeId === 'string' ? { nodeId, nodeName: node.name } : { nodeName: node.name };
    return findSecrets(node, owner);
  });
  return [...inNodes, ...findSecrets(workflow.rest)];
}
