import { buildFrames } from './build-frames';
import { buildLinks } from './build-links';
import { buildNotes } from './build-notes';
import { buildSteps } from './build-steps';
import type { CanvasEdge, CanvasNode, Flow, FlowInput } from './flow-types';

/**
 * The document as React Flow draws it. Objects of `previous` are handed out again for every entry
 * that is the same object, so an edit of one node re-draws that node only; selection and a drag
 * under way are carried over.
 */
export function flowFromDag(input: FlowInput, previous?: Flow): Flow {
  const before = new Map((previous?.nodes ?? []).map((node) => [node.id, node]));
  const links = new Map((previous?.edges ?? []).map((edge) => [edge.id, edge]));
  const nodes: CanvasNode[] = [
    ...buildFrames(input, before),
    ...buildNotes(input, before),
    ...buildSteps(input, before),
  ];
  const edges: CanvasEdge[] = buildLinks(input, links);
  return {
    nodes: sameItems(nodes, previous?.nodes),
    edges: sameItems(edges, previous?.edges),
  };
}

function sameItems<T>(next: T[], previous: T[] | undefined): T[] {
  if (!previous || previous.length !== next.length) return next;
  return next.every((item, index) => item === previous[index]) ? previous : next;
}
