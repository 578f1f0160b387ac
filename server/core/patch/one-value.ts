import { isCollection } from '../dag/document';

/** [P6] Whether a path names a place or a size: a gesture sets it as a whole, so it changes as one. */
export function isOneValue(path: readonly string[]): boolean {
  const [collection, , field] = path;
  return (
    path.length === 3 && isCollection(collection) && (field === 'position' || field === 'size')
  );
}
