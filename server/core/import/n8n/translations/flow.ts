import { slug } from '../../../ids';
import type { Json, JsonObject } from '../../../json/json';
import { SWITCH_DEFAULT_PORT } from '../../../nodes/types/switch';
import { celFromConditions, conditionsFromCel } from '../clauses';
import { objectOf } from '../../objects';
import type { Translation } from '../translation';
import { holdsOnly } from '../translation';
import { objectsOf } from '../values';

const BASE = 'n8n-nodes-base';
const LONGEST_CASE_ID = 32;

export const conditionTranslation: Translation = {
  foreign: `${BASE}.if`,
  own: 'condition',
  typeVersion: 2.2,
  read(parameters, { typeVersion }) {
    if (typeVersion < 2 || !holdsOnly(parameters, ['conditions'])) return undefined;
    const expression = celFromConditions(parameters.conditions);
    return expression === undefined ? undefined : { expression };
  },
  write({ expression }) {
    const conditions = typeof expression === 'string' ? conditionsFromCel(expression) : undefined;
    return conditions === undefined ? undefined : { conditions, options: {} };
  },
};

export const switchTranslation: Translation = {
  foreign: `${BASE}.switch`,
  own: 'switch',
  typeVersion: 3.2,
  read(parameters, { typeVersion }) {
    const { mode = 'rules', rules, options } = parameters;
    if (
      typeVersion < 3 ||
      mode !== 'rules' ||
      !holdsOnly(parameters, ['mode', 'rules', 'options'])
    ) {
      return undefined;
    }
    const { fallbackOutput = 'none' } = objectOf(options);
    const hasOwnFallback = fallbackOutput === 'none' || fallbackOutput === 'extra';
    if (!hasOwnFallback || !holdsOnly(objectOf(options), ['fallbackOutput'])) return undefined;
    const cases = readCases(objectOf(rules).values);
    return cases === undefined ? undefined : { cases };
  },
  write({ cases }) {
    const values = objectsOf(cases)?.map(writeCase) ?? [];
    if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
    return {
      rules: { values: values.filter((value) => value !== undefined) },
      options: { fallbackOutput: 'extra' },
    };
  },
};

/** Only `append` is the same in both: n8n's other modes pair items by fields or positions. */
export const mergeTranslation: Translation = {
  foreign: `${BASE}.merge`,
  own: 'merge',
  typeVersion: 3,
  read(parameters) {
    const { mode = 'append', numberInputs = 2 } = parameters;
    if (mode !== 'append' || !holdsOnly(parameters, ['mode', 'numberInputs'])) return undefined;
    const fits =
      typeof numberInputs === 'number' && Number.isInteger(numberInputs) && numberInputs >= 2;
    return fits && numberInputs <= 10 ? { mode: 'append', inputs: numberInputs } : undefined;
  },
  write({ mode, inputs }) {
    if (mode !== 'append' || typeof inputs !== 'number') return undefined;
    return inputs === 2 ? {} : { numberInputs: inputs };
  },
};

function readCases(values: Json | undefined): JsonObject[] | undefined {
  const rules = objectsOf(values);
  if (rules === undefined || rules.length === 0) return undefined;
  const taken = new Set<string>([SWITCH_DEFAULT_PORT]);
  const cases: JsonObject[] = [];
  for (const [i, rule] of rules.entries()) {
    const when = celFromConditions(rule.conditions);
    if (when === undefined || !holdsOnly(rule, ['conditions', 'renameOutput', 'outputKey', 'id']))
      return undefined;
    const key =
      rule.renameOutput === true && typeof rule.outputKey === 'string' ? rule.outputKey : '';
    const id = caseId(key, i, taken);
    taken.add(id);
    cases.push({ id, title: key === id ? '' : key, when });
  }
  return cases;
}

/** The id goes by the name of the output, so that it stays when rules change their order. */
function caseId(key: string, index: number, taken: ReadonlySet<string>): string {
  const named = key === '' ? '' : slug(key).slice(0, LONGEST_CASE_ID);
  if (named !== '' && !taken.has(named)) return named;
  let count = index + 1;
  while (taken.has(`case_${count}`)) count += 1;
  return `case_${count}`;
}

function writeCase({ id, title, when }: JsonObject, index: number): JsonObject | undefined {
  const conditions = typeof when === 'string' ? conditionsFromCel(when) : undefined;
  if (conditions === undefined || typeof id !== 'string') return undefined;
  const outputKey = typeof title === 'string' && title !== '' ? title : id;
  return outputKey === `case_${index + 1}`
    ? { conditions }
    : { conditions, renameOutput: true, outputKey };
}
