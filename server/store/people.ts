import { type Expression, sql } from 'kysely';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** `{id, name}` of a person by id; somebody whose account is gone keeps their id. */
export function personOf(userId: Expression<string>) {
  return sql<Person>`(select json_build_object('id', ${userId}, 'name', coalesce(
    (select u.name from auth."user" u where u.id = ${userId}), 'Someone')))`;
}
