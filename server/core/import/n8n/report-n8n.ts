import type { Dag } from '../../dag/document';
import type { ImportReport } from '../report';
import { duplicatesOf, splitAside, summaryOf, withoutPrefix } from '../report';
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
  const { unknownTypes, ...summary } = summaryOf(dag);
  const known = Object.keys(summary.knownTypes);
  return {
    format: 'n8n',
    ...summary,
    unknownTypes: withoutPrefix(unknownTypes, KEPT_PREFIX),
    duplicateNames: duplicatesOf(workflow.nodes.map(({ name }) => name)),
    missingIds: workflow.nodes.filter(({ id }) => id === undefined).map(({ name }) => name),
    replacedIds: [],
    ...splitAside(links.keptAside),
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
