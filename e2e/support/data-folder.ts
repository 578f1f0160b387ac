import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the tested application keeps its data. */
export const dataFolder = process.env.STEMMA_E2E_DATA ?? '.test/data';

/** The one-time code that the terminal prints at the first start. */
export function setupCode(): string {
  const secrets: unknown = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'));
  return (secrets as { setupCode: string }).setupCode;
}
