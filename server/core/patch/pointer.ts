import { InvalidPatchError, LimitExceededError } from '../errors';
import { isForbiddenKey } from '../json/i-json';
import { LIMITS } from '../limits';
import { shorten } from '../shorten';

/**
 * The segments of an RFC 6901 pointer, unescaped; none for the whole document. Strict: `~` only as
 * `~0` or `~1`, no segment that reaches a prototype, and none deeper than a document can be.
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) {
    const path = shorten(pointer, 200);
    throw new InvalidPatchError(`The path “${path}” does not start with “/”.`, { path });
  }
  const [, ...segments] = pointer.split('/', LIMITS.depth + 2);
  if (segments.length > LIMITS.depth) {
    throw new LimitExceededError('Levels of a path', LIMITS.depth, segments.length);
  }
  return segments.map((segment) => unescape(segment, pointer));
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

/** The pointers above one, nearest first, the whole document last. */
export function prefixesOf(pointer: string): string[] {
  const prefixes: string[] = [];
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    prefixes.push(pointer.slice(0, end));
    if (end === 0) break;
  }
  return prefixes;
}

function unescape(segment: string, pointer: string): string {
  if (/~(?![01])/.test(segment)) {
    const path = shorten(pointer, 200);
    throw new InvalidPatchError(`The path “${path}” has a “~” that is neither “~0” nor “~1”.`, {
      path,
    });
  }
  const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  if (isForbiddenKey(key)) {
    throw new InvalidPatchError(`“${key}” is not allowed in a path.`, {
      path: shorten(pointer, 200),
    });
  }
  return key;
}
