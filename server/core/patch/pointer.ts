import { InvalidPatchError } from '../errors';
import { isForbiddenKey } from '../json/i-json';

/**
 * The segments of an RFC 6901 pointer, unescaped; none for the whole document. Strict: `~` only as
 * `~0` or `~1`, and no segment that reaches a prototype.
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) {
    throw new InvalidPatchError(`The path “${shorten(pointer)}” does not start with “/”.`, {
      path: shorten(pointer),
    });
  }
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => unescape(segment, pointer));
}

/** The pointer of unescaped segments; the inverse of `parsePointer`. */
export function formatPointer(segments: readonly string[]): string {
  return segments
    .map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Whether `inner` is `outer` or lies under it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function unescape(segment: string, pointer: string): string {
  if (/~(?![01])/.test(segment)) {
    throw new InvalidPatchError(
      `The path “${shorten(pointer)}” has a “~” that is neither “~0” nor “~1”.`,
      {
        path: shorten(pointer),
      },
    );
  }
  const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  if (isForbiddenKey(key)) {
    throw new InvalidPatchError(`“${key}” is not allowed in a path.`, { path: shorten(pointer) });
  }
  return key;
}

function shorten(pointer: string): string {
  return pointer.length > 200 ? `${pointer.slice(0, 200)}…` : pointer;
}
