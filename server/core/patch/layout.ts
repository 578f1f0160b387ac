import { isCollection } from '../dag/document';
import { parsePointer } from './pointer';

const LAYOUT = new Set(['position', 'size', 'collapsed', 'color', 'group']);

/** [P6] Whether a pointer names where an entry stands or how it is dressed, and never what it does. */
export function isLayout(pointer: string): boolean {
  const [collection, , field] = parsePointer(pointer);
  return isCollection(collection) && field !== undefined && LAYOUT.has(field);
}
