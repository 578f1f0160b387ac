import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { flag, integer, requiredText } from '../fields';

const parameters = z
  .array(z.string().min(1, { error: 'Give the expression.' }).meta({ format: 'expression' }))
  .max(100)
  .default([])
  .meta({
    title: 'Parameters',
    description: 'Expressions giving $1, $2 and so on, in this order.',
  });

export const sqlQuery: NodeDescriptor = {
  type: 'sql.query',
  v: 1,
  title: 'SQL query',
  category: 'Actions',
  summary: 'Asks a PostgreSQL database.',
  docs: `Runs one statement on a PostgreSQL database. Values are passed as parameters, \`$1\` and so on, never written
into the text. Unless *Read only* is switched off the statement cannot change anything.

**Output**: \`{ "rows": [...], "rowCount": 3 }\`.

**Example**: \`select * from orders where customer_id = $1\` with the parameter \`input.customerId\`.`,
  icon: 'Database',
  config: z.strictObject({
    connection: requiredText('Choose the connection.', {
      title: 'Connection',
      description: 'A credential with the address of the database.',
      format: 'credential',
    }),
    query: requiredText('Write the query.', {
      title: 'Query',
      description: 'One SQL statement.',
      format: 'sql',
      examples: ['select * from orders where customer_id = $1'],
    }),
    parameters,
    readOnly: flag(true, {
      title: 'Read only',
      description: 'The statement cannot change anything.',
    }),
    maxRows: integer(
      { min: 1, max: 100_000, fallback: 1000 },
      { title: 'Most rows', description: 'More rows than this fail the step.' },
    ),
  }),
  inputs: oneInput(),
  outputs: oneOutput('json'),
  example: {
    connection: 'warehouse',
    query: 'select * from orders where customer_id = $1',
    parameters: ['input.customerId'],
    readOnly: true,
    maxRows: 1000,
  },
};
