import type { DagNode } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { omit } from '../objects';
import { KEPT_PREFIX, OWN_PREFIX } from './foreign';
import type { Kept } from './kept';

/** Our types are at most 200 long, and these get a prefix. */
const LONGEST_TYPE = 190;

/** What is behind the prefix when the file gives no type, or none that we can say. */
const UNTYPED = 'default';

/** What the type and the `data` of a node say. */
export interface Words {
  readonly entry: Pick<DagNode, 'type' | 'name' | 'config'>;
  /** What remains of `data`. */
  readonly data: JsonObject;
  /** Members of the node that are said. */
  readonly said: readonly string[];
  readonly form: JsonObject;
}

export function readWords({ type }: JsonObject, data: JsonObject | undefined): Words {
  const own = isType(type) && type.startsWith(OWN_PREFIX) ? type.slice(OWN_PREFIX.length) : '';
  return own === '' ? foreignWords(type, data) : ownWords(own, data ?? {});
}

/** A node of ours that was in React Flow. */
function ownWords(type: string, data: JsonObject): Words {
  const { label: name, config } = data;
  const said: string[] = [];
  if (typeof name === 'string') said.push('label');
  if (isJsonObject(config)) said.push('config');
  const entry = {
    type,
    ...(typeof name === 'string' && { name }),
    ...(isJsonObject(config) && { config }),
  };
  return { entry, data: omit(data, said), said: ['type'], form: {} };
}

/**
 * A node that React Flow draws: its label is the name, the rest of its data the configuration. What
 * was selected is no configuration. Flowise draws all nodes as one type and says in `data.name` what
 * they are.
 */
function foreignWords(type: Json | undefined, data: JsonObject | undefined): Words {
  const { label, name: kind } = data ?? {};
  const form: Record<string, Json> = {};
  const said: string[] = [];
  const entry: { type: string; name?: string; config?: JsonObject } = { type: UNTYPED };
  if (isType(type)) entry.type = type;
  if (typeof label === 'string') {
    entry.name = label;
    said.push('label');
    if (isType(kind) && Array.isArray(data?.inputParams)) {
      entry.type = kind;
      form.kind = 'name';
      said.push('name');
    }
  } else if (isType(kind)) {
    entry.name = kind;
    form.label = 'name';
    said.push('name');
  }
  if (type === undefined && form.kind === undefined) form.untyped = true;
  const state: JsonObject = typeof data?.selected === 'boolean' ? { selected: data.selected } : {};
  if (data !== undefined) entry.config = omit(data, [...said, ...Object.keys(state)]);
  return {
    entry: { ...entry, type: `${KEPT_PREFIX}${entry.type}` },
    data: state,
    said: isType(type) && form.kind === undefined ? ['type'] : [],
    form,
  };
}

export interface WrittenWords {
  /** Undefined when what is kept of the file says it. */
  readonly type: string | undefined;
  readonly data: JsonObject;
}

export function writeWords({ type, name, config }: DagNode, kept: Kept): WrittenWords {
  if (!type.startsWith(KEPT_PREFIX)) {
    const data = { ...(name !== undefined && { label: name }), ...(config && { config }) };
    return { type: `${OWN_PREFIX}${type}`, data: { ...data, ...kept.data } };
  }
  const { form, fields } = kept;
  const kind = type.slice(KEPT_PREFIX.length);
  const isKept = kind === UNTYPED && (form.untyped === true || fields.type !== undefined);
  const data: Record<string, Json> = { ...config, ...kept.data };
  if (name !== undefined) data[form.label === 'name' ? 'name' : 'label'] = name;
  if (form.kind === 'name') data.name = kind;
  return { type: form.kind === 'name' || isKept ? undefined : kind, data };
}

function isType(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TYPE;
}
