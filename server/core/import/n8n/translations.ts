import type { Translation } from './translation';
import { httpTranslation } from './translations/actions';
import { setTranslation, waitTranslation } from './translations/data';
import { conditionTranslation, mergeTranslation, switchTranslation } from './translations/flow';
import { failTranslation, manualTranslation, noopTranslation } from './translations/plain';
import { cronTranslation, scheduleTranslation, webhookTranslation } from './translations/triggers';

/**
 * Types that both have. Left out on purpose: code nodes, whose JavaScript speaks of n8n's items, and
 * whatever needs a credential, which stays behind in n8n.
 */
export const TRANSLATIONS: readonly Translation[] = [
  manualTranslation,
  scheduleTranslation,
  cronTranslation,
  webhookTranslation,
  httpTranslation,
  setTranslation,
  conditionTranslation,
  switchTranslation,
  mergeTranslation,
  waitTranslation,
  failTranslation,
  noopTranslation,
];
