import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** Values for the names of input fields: `workflowId`, `tag`, `ops` and so on. */
export type Fields = Readonly<Record<string, unknown>>;
export type Sample = Record<string, unknown>;

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * Inputs made from a procedure's own schema: one for each alternative of its unions, every id field
 * filled from `fields`. A field that `fields` does not know fails, so that a new id joins the test.
 */
export function sampleInputs(input: z.ZodType, fields: Fields): Sample[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return alternatives(schema, fields);
}

function alternatives(schema: Schema, fields: Fields): Sample[] {
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => alternatives(branch, fields));
  if (schema.allOf) {
    return schema.allOf.reduce<Sample[]>(
      (sofar, part) =>
        sofar.flatMap((left) => alternatives(part, fields).map((right) => ({ ...left, ...right }))),
      [{}],
    );
  }
  return [objectOf(schema, fields)];
}

function objectOf(schema: Schema, fields: Fields): Sample {
  const entries = Object.entries(schema.properties ?? {});
  const wanted = entries.filter(
    ([name]) => schema.required?.includes(name) === true || /Ids?$/.test(name),
  );
  return Object.fromEntries(wanted.map(([name, inner]) => [name, valueOf(name, inner, fields)]));
}

function valueOf(name: string, schema: unknown, fields: Fields): unknown {
  if (name === 'opId') return randomUUID();
  if (name in fields) return fields[name];
  const { enum: choices, type, anyOf } = schema as Schema;
  if (choices) return choices[0];
  if (type === 'object' || anyOf) return alternatives(schema as Schema, fields)[0];
  throw new Error(`No sample for the input field “${name}”.`);
}
