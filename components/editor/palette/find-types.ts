import type { NodeCategory, NodeDescriptor } from '@core/nodes/descriptor';

export interface TypeGroup {
  readonly category: NodeCategory;
  readonly types: readonly NodeDescriptor[];
}

/** Types whose title, type, category or summary contains every word of the query, by category. */
export function findTypes(types: readonly NodeDescriptor[], query: string): TypeGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<NodeCategory, NodeDescriptor[]>();
  for (const descriptor of types) {
    const { title, type, category, summary } = descriptor;
    const text = `${title} ${type} ${category} ${summary}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(category, [...(groups.get(category) ?? []), descriptor]);
  }
  return [...groups].map(([category, found]) => ({ category, types: found }));
}
