import type { Json, JsonObject } from '../../json/json';
import { objectOf } from '../objects';
import { celFromValue, objectsOf, parseLiteral, valueFromCel } from './values';
import { holdsOnly } from './translation';

/** n8n's operations that CEL has the same word for, by the type of what is compared. */
const INFIX: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  string: { equals: '==', notEquals: '!=' },
  number: { equals: '==', notEquals: '!=', gt: '>', lt: '<', gte: '>=', lte: '<=' },
  boolean: { equals: '==', notEquals: '!=' },
};
const CALLS: readonly string[] = ['contains', 'startsWith', 'endsWith'];
const CLAUSE = /^(?<left>input\S*) (?<infix>==|!=|>=|<=|>|<) (?<right>.+)$/s;
const CALL_CLAUSE = /^(?<left>input\S*)\.(?<call>contains|startsWith|endsWith)\((?<right>".*")\)$/s;

/** n8n's conditions (version 2) as one CEL expression, when each compares a path with a literal. */
export function celFromConditions(conditions: Json | undefined): string | undefined {
  const { conditions: list, combinator = 'and', options } = objectOf(conditions);
  const { caseSensitive = true, typeValidation = 'strict' } = objectOf(options);
  if (caseSensitive !== true || typeValidation !== 'strict') return undefined;
  const clauses = objectsOf(list)?.map(celFromClause) ?? [];
  if (clauses.length === 0 || clauses.some((clause) => clause === undefined)) return undefined;
  if (combinator !== 'and' && combinator !== 'or') return undefined;
  return clauses.join(combinator === 'and' ? ' && ' : ' || ');
}

/** The way back, for expressions of exactly that form. */
export function conditionsFromCel(cel: string): JsonObject | undefined {
  const combinator = cel.includes(' || ') ? 'or' : 'and';
  const clauses = cel.split(combinator === 'or' ? ' || ' : ' && ').map(clauseFromCel);
  const conditions = clauses.filter((clause) => clause !== undefined);
  if (conditions.length < clauses.length) return undefined;
  return {
    options: { version: 2, leftValue: '', caseSensitive: true, typeValidation: 'strict' },
    combinator,
    conditions,
  };
}

function celFromClause({ leftValue, rightValue, operator }: JsonObject): string | undefined {
  const { type, operation } = objectOf(operator);
  if (!holdsOnly(objectOf(operator), ['type', 'operation', 'singleValue', 'name']))
    return undefined;
  const left = celFromValue(leftValue);
  if (!left?.startsWith('input') || typeof type !== 'string' || typeof operation !== 'string')
    return undefined;
  if (type === 'boolean' && (operation === 'true' || operation === 'false'))
    return `${left} == ${operation}`;
  if (typeof rightValue !== type || (typeof rightValue === 'string' && rightValue.startsWith('=')))
    return undefined;
  const right = JSON.stringify(rightValue);
  if (type === 'string' && CALLS.includes(operation)) return `${left}.${operation}(${right})`;
  const infix = INFIX[type]?.[operation];
  return infix === undefined ? undefined : `${left} ${infix} ${right}`;
}

function clauseFromCel(cel: string): JsonObject | undefined {
  const {
    left = '',
    infix,
    call,
    right = '',
  } = (CALL_CLAUSE.exec(cel) ?? CLAUSE.exec(cel))?.groups ?? {};
  const leftValue = valueFromCel(left);
  const rightValue = parseLiteral(right);
  if (typeof leftValue !== 'string' || rightValue === undefined) return undefined;
  const type = typeof rightValue;
  const operation =
    call ?? Object.entries(INFIX[type] ?? {}).find(([, sign]) => sign === infix)?.[0];
  return operation === undefined
    ? undefined
    : { leftValue, rightValue, operator: { type, operation } };
}
