import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';

/**
 * The op that sets one field: `add` where there is none, `replace` where there is, `remove` for
 * undefined, and nothing at all when the value stays.
 */
export function fieldOps(
  path: string,
  before: object | Json | undefined,
  after: object | Json | undefined,
): Op[] {
  if (after === undefined) return before === undefined ? [] : [{ op: 'remove', path }];
  if (before === undefined) return [{ op: 'add', path, value: after as Json }];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ op: 'replace', path, value: after as Json }];
}
