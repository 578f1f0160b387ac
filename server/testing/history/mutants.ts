import type { LawName } from './check-history';

/** A bug sown into the store: its SQL is changed on the way to the database. */
export interface Mutant {
  readonly name: string;
  /** The law that finds it, whatever others find too. */
  readonly caughtBy: LawName;
  /** Whose statements are changed. */
  readonly whose: 'writers' | 'admins' | 'readers';
  /** Every one of these must have matched something, or nothing was proved. */
  readonly rewrites: readonly (readonly [pattern: RegExp, replacement: string])[];
  /** Run first, as superuser: takes away what in the database itself would stop the bug. */
  readonly unguard: string;
  readonly commitsAhead?: true;
}

const UNSEAL = `drop trigger if exists seal on tag_move; alter table tag_move alter hash drop not null;`;

/** The compare-and-swap of an edit: the new seq, the condition that names the branch, and the guard. */
const SWAP =
  /(update tag set [^;]*?)seq = seq \+ 1([^;]*?where project_id = \$\d+ and id = \$\d+)\s+and target_id = (\$\d+) and seq = (\$\d+)/;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'no compare-and-swap: the branch is written as it was read, plus one',
    caughtBy: 'gapless',
    whose: 'writers',
    rewrites: [[SWAP, '$1seq = $4::int + 1$2 and $3::uuid is not null']],
    unguard: `${UNSEAL} alter table tag_move drop constraint if exists tag_move_pkey;`,
  },
  {
    name: 'a guard on the name alone: what is compared does not move with the branch',
    caughtBy: 'continuous',
    whose: 'writers',
    rewrites: [
      [
        SWAP,
        `$1seq = seq + 1$2 and name = (select n.name from tag n where n.id = tag.id)
         and $3::uuid is not null and $4::int is not null`,
      ],
    ],
    unguard: UNSEAL,
  },
  {
    name: 'acknowledged before COMMIT',
    caughtBy: 'acknowledged',
    whose: 'writers',
    rewrites: [[/^commit$/, 'commit']],
    unguard: '',
    commitsAhead: true,
  },
  {
    name: 'no op_id: an earlier call is not looked for, and two may be stored',
    caughtBy: 'refused',
    whose: 'writers',
    rewrites: [[/"e"\."op_id" = (\$\d+)/, '$1::text is null']],
    unguard: `alter table tag_move drop constraint if exists tag_move_project_id_actor_id_op_id_key;
      drop trigger if exists op_id_once on tag_move;`,
  },
  {
    name: 'a compaction that moves the branch without a guard',
    caughtBy: 'continuous',
    whose: 'admins',
    rewrites: [
      [/(update "tag" set .*?) and "target_id" = (\$\d+)/s, '$1 and $2::uuid is not null'],
    ],
    unguard: UNSEAL,
  },
  {
    name: 'events in the order of time',
    caughtBy: 'prefix',
    whose: 'readers',
    rewrites: [[/order by "m"\."seq" desc/, 'order by "m"."created_at" desc']],
    unguard: '',
  },
];
