/** A loop that both sides close together, or a connection whose ends both moved to one node. */
export function isLoop({ kind, unit }: { kind: string; unit: string }): boolean {
  const isWholeEdge = unit.startsWith('/edges/') && unit.split('/').length === 3;
  return kind === 'cycle' || (kind === 'field' && isWholeEdge);
}
