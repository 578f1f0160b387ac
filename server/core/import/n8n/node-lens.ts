import type { DagNode } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import type { ForeignNode } from './foreign';
import { objectOf, omit } from '../objects';
import { ORIGIN } from '../place';
import { type Place, readPosition, writePosition } from './position';
import { readRetry, writeRetry } from './retry';
import type { Scale } from './scale';
import type { TranslationContext } from './translate';
import { foreignWords, translate } from './translate';

/** Types we have no honest word for keep their name behind this, with n8n's parameters as `config`. */
export const KEPT_PREFIX = 'n8n.';

export interface ReadArgs {
  readonly context: TranslationContext;
  readonly scale: Scale;
}

/**
 * An n8n node in our words. What our node has no field for is kept in `ext.n8n.node`, so that
 * `writeNode` gives back an equal node as long as nothing was edited [D3].
 */
export function readNode(foreign: ForeignNode, { context, scale }: ReadArgs): DagNode {
  const position = readPosition(foreign.position, scale);
  const retry = readRetry(foreign);
  const disabled = typeof foreign.disabled === 'boolean' ? foreign.disabled : undefined;
  const translation = translate(foreign, context);
  const parameters = isJsonObject(foreign.parameters) ? foreign.parameters : undefined;
  const said = ['name'];
  if (disabled !== undefined) said.push('disabled');
  if (translation === undefined) said.push('type');
  if (translation === undefined && parameters !== undefined) said.push('parameters');
  return {
    ...(translation ?? {
      type: `${KEPT_PREFIX}${foreign.type}`,
      ...(parameters && { config: parameters }),
    }),
    name: foreign.name,
    position: position ?? ORIGIN,
    ...(disabled !== undefined && { disabled }),
    ...(retry !== undefined && { retry }),
    ext: {
      n8n: {
        name: foreign.name,
        node: omit(foreign, said),
        ...(position === undefined && { placed: false }),
      },
    },
  };
}

export interface WriteArgs extends Place {
  readonly id: string;
  readonly name: string;
  readonly context: TranslationContext;
}

/** Our node in n8n's words: the original where nothing was edited, and only the edits changed. */
export function writeNode(node: DagNode, args: WriteArgs): JsonObject {
  const kept = keptNode(node);
  const fields: Record<string, Json> = { name: args.name };
  const position = writePosition(node, args);
  if (position !== undefined) fields.position = position;
  if (node.disabled !== undefined) fields.disabled = node.disabled;
  const base = kept ?? { id: args.id };
  const retried = sameRetry(node, base) ? base : writeRetry(base, node.retry);
  return { ...retried, ...foreignType(node, args.context), ...fields };
}

/** What import kept of the foreign node, or undefined for a node that did not come from n8n. */
export function keptNode(node: { readonly ext?: JsonObject }): JsonObject | undefined {
  const kept = objectOf(node.ext?.n8n).node;
  return isJsonObject(kept) ? kept : undefined;
}

/** The name the node had in n8n. */
export function keptName(node: DagNode): string | undefined {
  const { name } = objectOf(node.ext?.n8n);
  return typeof name === 'string' ? name : undefined;
}

function foreignType(node: DagNode, context: TranslationContext): JsonObject {
  const kept = keptNode(node);
  if (kept !== undefined && typeof kept.type === 'string') {
    const original = translate({ ...kept, type: kept.type, name: '' }, context);
    const unedited = original?.type === node.type && jsonEqual(original.config, node.config);
    return unedited ? {} : foreignWords(node, context);
  }
  if (!node.type.startsWith(KEPT_PREFIX)) return foreignWords(node, context);
  const type = node.type.slice(KEPT_PREFIX.length);
  return { type, ...(node.config !== undefined && { parameters: node.config }) };
}

function sameRetry(node: DagNode, foreign: JsonObject): boolean {
  const original = readRetry(foreign);
  return jsonEqual(original && { ...original }, node.retry && { ...node.retry });
}
