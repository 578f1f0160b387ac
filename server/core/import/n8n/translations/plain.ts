import { holdsOnly } from '../translation';
import type { Translation } from '../translation';
import { readTemplate, writeTemplate } from '../template';

const BASE = 'n8n-nodes-base';

export const manualTranslation: Translation = {
  foreign: `${BASE}.manualTrigger`,
  own: 'trigger.manual',
  typeVersion: 1,
  read: (parameters) => (holdsOnly(parameters, []) ? {} : undefined),
  write: () => ({}),
};

export const noopTranslation: Translation = {
  foreign: `${BASE}.noOp`,
  own: 'noop',
  typeVersion: 1,
  read: (parameters) => (holdsOnly(parameters, []) ? {} : undefined),
  write: () => ({}),
};

export const failTranslation: Translation = {
  foreign: `${BASE}.stopAndError`,
  own: 'fail',
  typeVersion: 1,
  read(parameters) {
    if (!holdsOnly(parameters, ['errorMessage'])) return undefined;
    const message = readTemplate(parameters.errorMessage);
    return message === undefined || message === '' ? undefined : { message };
  },
  write({ message }) {
    const errorMessage = writeTemplate(message);
    return errorMessage === undefined ? undefined : { errorMessage };
  },
};
