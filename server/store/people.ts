import { type Expression, sql } from 'kysely';
import { SYSTEM_ACTOR } from '@core/system-actor';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * `{id, name}` of a person by id; somebody whose account is gone keeps their id, and what nobody did
 * was done by Stemma.
 */
export function personOf(userId: Expression<string>) {
  return sql<Person>`(select json_build_object('id', ${userId}, 'name', coalesce(
    (select u.name from auth."user" u where u.id = ${userId}),
    case when ${userId} = ${SYSTEM_ACTOR.id}::uuid then ${SYSTEM_ACTOR.name} else 'Someone' end)))`;
}
