import { createHash } from 'node:crypto';
import { canonicalText } from '@core/json/canonical';
import type { Json } from '@core/json/json';

/** [V4] What a mutation asked for, so that the same op_id with another request is noticed. */
export function requestHash(action: string, request: Json): Buffer {
  return createHash('sha256')
    .update(canonicalText([action, request]))
    .digest();
}
