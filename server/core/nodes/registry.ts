import type { NodeDescriptor } from './descriptor';
import { approval } from './types/approval';
import { code } from './types/code';
import { condition } from './types/condition';
import { delay } from './types/delay';
import { fail } from './types/fail';
import { fileRead } from './types/file-read';
import { fileWrite } from './types/file-write';
import { httpRequest } from './types/http-request';
import { map } from './types/map';
import { merge } from './types/merge';
import { noop } from './types/noop';
import { reduce } from './types/reduce';
import { sqlQuery } from './types/sql-query';
import { subworkflow } from './types/subworkflow';
import { switchNode } from './types/switch';
import { transform } from './types/transform';
import { triggerManual } from './types/trigger-manual';
import { triggerSchedule } from './types/trigger-schedule';
import { triggerWebhook } from './types/trigger-webhook';

/** In the order of the palette. */
const DESCRIPTORS: readonly NodeDescriptor[] = [
  triggerManual,
  triggerSchedule,
  triggerWebhook,
  httpRequest,
  sqlQuery,
  subworkflow,
  transform,
  code,
  map,
  reduce,
  condition,
  switchNode,
  merge,
  delay,
  approval,
  fail,
  noop,
  fileRead,
  fileWrite,
];

const BY_TYPE = new Map(DESCRIPTORS.map((descriptor) => [descriptor.type, descriptor]));

/** The descriptor of a type, or undefined: such a node is shown as unknown and never executed [D3]. */
export function findDescriptor(type: string): NodeDescriptor | undefined {
  return BY_TYPE.get(type);
}

export function listDescriptors(): readonly NodeDescriptor[] {
  return DESCRIPTORS;
}
