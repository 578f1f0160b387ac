import { ImportError } from '../errors';
import { detectFormat } from './detect-format';
import { assertImportable } from './importable';
import type { Imported, ImportOptions } from './imported';
import { importN8n } from './n8n/import-n8n';
import { importReactFlow } from './react-flow/import-react-flow';
import { importStemma } from './stemma/import-stemma';

/** A parsed file of any format we read, or an ImportError that says in words why not. */
export function importDocument(source: unknown, options: ImportOptions): Imported {
  assertImportable(source);
  const format = detectFormat(source);
  switch (format) {
    case 'n8n':
      return importN8n(source, options);
    case 'react-flow':
      return importReactFlow(source, options);
    case 'stemma':
      return importStemma(source, options);
    case 'unknown':
      throw new ImportError(
        'The file has no list of nodes, so it is no workflow that Stemma can read.',
      );
  }
}
