import type { DagNode } from '../../dag/document';
import type { JsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import type { ForeignNode } from './foreign';
import { objectOf } from '../objects';
import { TRANSLATIONS } from './translations';

export interface TranslationContext {
  /** The time zone of the workflow's settings. */
  readonly timezone: string;
}

export type Translated = Pick<DagNode, 'type' | 'v' | 'config'>;

/** Behind this our types travel through n8n when it has no word for them. */
const OWN_PREFIX = 'stemma.';

/**
 * One of our types for a foreign node, only where it says the same: a translation has to account for
 * every parameter, so anything it does not know keeps the node as it is.
 */
export function translate(
  foreign: ForeignNode,
  context: TranslationContext,
): Translated | undefined {
  const parameters = objectOf(foreign.parameters);
  if (foreign.type.startsWith(OWN_PREFIX) && foreign.type !== OWN_PREFIX) {
    const version = foreign.typeVersion;
    const v = typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1;
    return { type: foreign.type.slice(OWN_PREFIX.length), v, config: parameters };
  }
  if (changesFlow(foreign)) return undefined;
  for (const translation of TRANSLATIONS) {
    if (translation.foreign !== foreign.type) continue;
    const typeVersion = typeof foreign.typeVersion === 'number' ? foreign.typeVersion : 1;
    const config = translation.read(parameters, { ...context, typeVersion });
    if (config !== undefined) return { type: translation.own, v: 1, config };
  }
  return undefined;
}

/** Type, version and parameters for a node of ours: n8n's own words when they come back the same. */
export function foreignWords(node: DagNode, context: TranslationContext): JsonObject {
  const config = node.config ?? {};
  for (const translation of TRANSLATIONS) {
    if (translation.own !== node.type) continue;
    const parameters = translation.write(config, {
      ...context,
      typeVersion: translation.typeVersion,
    });
    if (parameters === undefined) continue;
    const { foreign: type, typeVersion } = translation;
    const back = translate({ name: '', type, typeVersion, parameters }, context);
    if (back?.type === node.type && jsonEqual(back.config, config))
      return { type, typeVersion, parameters };
  }
  return { type: `${OWN_PREFIX}${node.type}`, typeVersion: node.v ?? 1, parameters: config };
}

/** Settings of a node that give it another output, or items where it has none. */
function changesFlow(foreign: ForeignNode): boolean {
  return foreign.onError === 'continueErrorOutput' || foreign.alwaysOutputData === true;
}
