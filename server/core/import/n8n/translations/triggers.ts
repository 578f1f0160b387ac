import type { Json, JsonObject } from '../../../json/json';
import { cronProblem } from '../../../nodes/cron';
import { objectOf } from '../../objects';
import type { Translation } from '../translation';
import { holdsOnly } from '../translation';
import { objectsOf } from '../values';

const BASE = 'n8n-nodes-base';
const WEBHOOK_PATH = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;
const WEBHOOK_METHODS: readonly Json[] = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'];

/** Schedules with one rule that a cron line says exactly. */
export const scheduleTranslation: Translation = {
  foreign: `${BASE}.scheduleTrigger`,
  own: 'trigger.schedule',
  typeVersion: 1.2,
  read(parameters, { timezone }) {
    if (!holdsOnly(parameters, ['rule'])) return undefined;
    const [rule, ...more] = objectsOf(objectOf(parameters.rule).interval) ?? [];
    if (rule === undefined || more.length > 0) return undefined;
    return scheduleConfig(cronOfInterval(rule), timezone);
  },
  write({ cron, timezone, missed }, context) {
    if (typeof cron !== 'string' || timezone !== context.timezone || missed !== 'skip')
      return undefined;
    return { rule: { interval: [{ field: 'cronExpression', expression: cron }] } };
  },
};

/** The older trigger, read only: it is written back as the newer one. */
export const cronTranslation: Translation = {
  foreign: `${BASE}.cron`,
  own: 'trigger.schedule',
  typeVersion: 1,
  read(parameters, { timezone }) {
    if (!holdsOnly(parameters, ['triggerTimes'])) return undefined;
    const [item, ...more] = objectsOf(objectOf(parameters.triggerTimes).item) ?? [];
    if (item === undefined || more.length > 0) return undefined;
    return scheduleConfig(cronOfItem(item), timezone);
  },
  write: () => undefined,
};

/** Webhooks without authentication that answer by themselves. */
export const webhookTranslation: Translation = {
  foreign: `${BASE}.webhook`,
  own: 'trigger.webhook',
  typeVersion: 2,
  read(parameters) {
    const {
      path,
      httpMethod = 'GET',
      responseMode = 'onReceived',
      authentication = 'none',
    } = parameters;
    const known = ['path', 'httpMethod', 'responseMode', 'authentication'];
    if (!holdsOnly(parameters, known) || authentication !== 'none') return undefined;
    if (
      typeof path !== 'string' ||
      !WEBHOOK_PATH.test(path) ||
      !WEBHOOK_METHODS.includes(httpMethod)
    ) {
      return undefined;
    }
    if (responseMode !== 'onReceived' && responseMode !== 'lastNode') return undefined;
    const respond = responseMode === 'lastNode' ? 'result' : 'accepted';
    return { path, method: httpMethod, auth: 'none', credential: '', respond };
  },
  write({ path, method, auth, respond }) {
    if (typeof path !== 'string' || typeof method !== 'string' || auth !== 'none') return undefined;
    const responseMode = respond === 'result' ? 'lastNode' : 'onReceived';
    return { path, httpMethod: method, responseMode, options: {} };
  },
};

function scheduleConfig(cron: string | undefined, timezone: string): JsonObject | undefined {
  if (cron === undefined || cronProblem(cron) !== undefined) return undefined;
  return { cron, timezone, missed: 'skip' };
}

function cronOfInterval(rule: JsonObject): string | undefined {
  const { field = 'days', triggerAtHour: hour = 0, triggerAtMinute: minute = 0 } = rule;
  switch (field) {
    case 'minutes':
      return everyNth(rule.minutesInterval ?? 5, 60, (step) => `${step} * * * *`);
    case 'hours':
      return everyNth(rule.hoursInterval ?? 1, 24, (step) => `${text(minute)} ${step} * * *`);
    case 'days':
      return (rule.daysInterval ?? 1) === 1 ? `${text(minute)} ${text(hour)} * * *` : undefined;
    case 'weeks': {
      const { triggerAtDay: days = [0], weeksInterval = 1 } = rule;
      if (weeksInterval !== 1 || !Array.isArray(days)) return undefined;
      return `${text(minute)} ${text(hour)} * * ${days.map(text).join(',')}`;
    }
    case 'months': {
      const { triggerAtDayOfMonth: day = 1, monthsInterval = 1 } = rule;
      return monthsInterval === 1 ? `${text(minute)} ${text(hour)} ${text(day)} * *` : undefined;
    }
    case 'cronExpression':
      return fiveFields(rule.expression);
    default:
      return undefined;
  }
}

function cronOfItem(item: JsonObject): string | undefined {
  const { mode = 'everyDay', hour = 14, minute = 0 } = item;
  switch (mode) {
    case 'everyMinute':
      return '* * * * *';
    case 'everyHour':
      return `${text(minute)} * * * *`;
    case 'everyDay':
      return `${text(minute)} ${text(hour)} * * *`;
    case 'custom':
      return fiveFields(item.cronExpression);
    default:
      return undefined;
  }
}

/** A step that divides its span falls on the same times every day; others drift and are not ours. */
function everyNth(nth: Json, span: number, line: (step: string) => string): string | undefined {
  if (typeof nth !== 'number' || !Number.isInteger(nth) || nth < 1 || span % nth !== 0)
    return undefined;
  return line(nth === 1 ? '*' : nth === span ? '0' : `*/${nth}`);
}

/** n8n allows seconds in front; at second 0 they can be left out. */
function fiveFields(expression: Json | undefined): string | undefined {
  if (typeof expression !== 'string') return undefined;
  const parts = expression.trim().split(/\s+/);
  return parts.length === 6 && parts[0] === '0' ? parts.slice(1).join(' ') : parts.join(' ');
}

/** Anything but a number is no part of a cron line, which the check that follows then says. */
function text(value: Json): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '?';
}
