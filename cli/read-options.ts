import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

/** `--name value` options; unknown ones, repeated words and missing values are misuse. */
export function readOptions(args: string[], names: readonly string[]): Record<string, string> {
  try {
    const { values } = parseArgs({
      args,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      strict: true,
      allowPositionals: false,
    });
    return Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
