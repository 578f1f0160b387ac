import type { Client } from 'pg';
import type { Statement } from './statements';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

export interface Explained {
  /** Tables that are read from beginning to end. */
  readonly scanned: string[];
  readonly indexes: string[];
  readonly text: string;
}

/**
 * Plans of a statement as the connected role: for these values, and for any values, which is what a
 * prepared statement has after its first few uses.
 */
export async function explain(client: Client, statement: Statement): Promise<Explained[]> {
  const { text } = statement;
  const config = { text: `explain (format json) ${text}`, values: [...statement.values] };
  const plans = [await client.query(config)];
  const version = await client.query<{ n: number }>(
    `select current_setting('server_version_num')::int as n`,
  );
  if (version.rows[0]!.n >= 160_000) {
    plans.push(await client.query(`explain (format json, generic_plan) ${text}`));
  }
  return plans.map(({ rows }) => {
    const [{ Plan: plan }] = (rows as [{ 'QUERY PLAN': [{ Plan: Plan }] }])[0]['QUERY PLAN'];
    const nodes = flat(plan);
    return {
      scanned: nodes
        .filter((node) => node['Node Type'] === 'Seq Scan')
        .map((node) => node['Relation Name'] ?? ''),
      indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
      text: JSON.stringify(plan, null, 1),
    };
  });
}

function flat(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flat)];
}
