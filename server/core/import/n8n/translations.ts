import type { Translation } from './translation';
import { failTranslation, manualTranslation, noopTranslation } from './translations/plain';

/** The first translation of a type that can say a node wins. */
export const TRANSLATIONS: readonly Translation[] = [
  manualTranslation,
  noopTranslation,
  failTranslation,
];
