import { isForbiddenKey } from '../../../json/i-json';
import type { Json, JsonObject } from '../../../json/json';
import { isJsonObject } from '../../../json/json';
import { HTTP_METHODS } from '../../../nodes/types/http-request';
import { objectOf } from '../../objects';
import { readTemplate, writeTemplate } from '../template';
import type { Translation } from '../translation';
import { holdsOnly } from '../translation';
import { celFromValue, objectsOf, parseLiteral } from '../values';

const HTTP_KEYS = [
  'method',
  'url',
  'authentication',
  'sendQuery',
  'specifyQuery',
  'queryParameters',
  'sendHeaders',
  'specifyHeaders',
  'headerParameters',
  'sendBody',
  'contentType',
  'specifyBody',
  'bodyParameters',
  'jsonBody',
];

/** Requests without authentication and options, with texts that are literal or have paths as holes. */
export const httpTranslation: Translation = {
  foreign: 'n8n-nodes-base.httpRequest',
  own: 'http.request',
  typeVersion: 4.2,
  read(parameters, { typeVersion }) {
    const { method = 'GET', authentication = 'none' } = parameters;
    if (typeVersion < 4 || authentication !== 'none' || !holdsOnly(parameters, HTTP_KEYS))
      return undefined;
    if (!(HTTP_METHODS as readonly Json[]).includes(method)) return undefined;
    const url = readTemplate(parameters.url);
    const query = parameters.sendQuery === true ? readPairs(parameters, 'Query') : {};
    const headers = parameters.sendHeaders === true ? readPairs(parameters, 'Headers') : {};
    const body =
      parameters.sendBody === true ? readBody(parameters) : { bodyType: 'none', body: '' };
    if (url === undefined || query === undefined || headers === undefined || body === undefined)
      return undefined;
    const rest = {
      credential: '',
      response: 'auto',
      output: 'body',
      allowStatuses: ['2xx'],
      followRedirects: true,
    };
    return { method, url, query, headers, ...body, ...rest };
  },
  write({ method, url, query, headers, bodyType, body }) {
    const address = writeTemplate(url);
    const queryParameters = writePairs(query);
    const headerParameters = writePairs(headers);
    const sent = writeBody(bodyType, body);
    if (typeof method !== 'string' || address === undefined || sent === undefined) return undefined;
    if (queryParameters === undefined || headerParameters === undefined) return undefined;
    return {
      method,
      url: address,
      ...(queryParameters.length > 0 && {
        sendQuery: true,
        queryParameters: { parameters: queryParameters },
      }),
      ...(headerParameters.length > 0 && {
        sendHeaders: true,
        headerParameters: { parameters: headerParameters },
      }),
      ...sent,
      options: {},
    };
  },
};

function readPairs(parameters: JsonObject, what: 'Query' | 'Headers'): JsonObject | undefined {
  if ((parameters[`specify${what}`] ?? 'keypair') !== 'keypair') return undefined;
  const list = parameters[what === 'Query' ? 'queryParameters' : 'headerParameters'];
  const pairs = objectsOf(objectOf(list).parameters);
  if (pairs === undefined) return undefined;
  const result: Record<string, Json> = {};
  for (const { name, value } of pairs) {
    const text = readTemplate(value);
    if (!isPlainName(name) || Object.hasOwn(result, name) || text === undefined) return undefined;
    result[name] = text;
  }
  return result;
}

function writePairs(map: Json | undefined): JsonObject[] | undefined {
  const pairs = Object.entries(objectOf(map)).map(([name, text]) => ({
    name,
    value: writeTemplate(text),
  }));
  const said = pairs.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  return said.length === pairs.length ? said : undefined;
}

function readBody({
  contentType = 'json',
  specifyBody = 'keypair',
  ...rest
}: JsonObject): JsonObject | undefined {
  const bodyType =
    contentType === 'json' ? 'json' : contentType === 'form-urlencoded' ? 'form' : undefined;
  if (bodyType === undefined) return undefined;
  if (specifyBody === 'json' && bodyType === 'json') {
    const { jsonBody } = rest;
    const isLiteral = typeof jsonBody === 'string' && parseLiteral(jsonBody) !== undefined;
    return isLiteral ? { bodyType, body: jsonBody } : undefined;
  }
  const pairs =
    specifyBody === 'keypair' ? objectsOf(objectOf(rest.bodyParameters).parameters) : undefined;
  if (pairs === undefined) return undefined;
  const fields: string[] = [];
  for (const { name, value } of pairs) {
    const cel = celFromValue(value);
    if (!isPlainName(name) || cel === undefined) return undefined;
    fields.push(`${JSON.stringify(name)}: ${cel}`);
  }
  return { bodyType, body: `{${fields.join(', ')}}` };
}

function writeBody(bodyType: Json | undefined, body: Json | undefined): JsonObject | undefined {
  if (bodyType === 'none') return {};
  const value = typeof body === 'string' ? parseLiteral(body) : undefined;
  if (typeof body !== 'string' || value === undefined) return undefined;
  if (bodyType === 'json') return { sendBody: true, specifyBody: 'json', jsonBody: body };
  if (bodyType !== 'form' || !isJsonObject(value)) return undefined;
  const parameters = Object.entries(value).map(([name, field]) => ({ name, value: field }));
  return { sendBody: true, contentType: 'form-urlencoded', bodyParameters: { parameters } };
}

function isPlainName(name: Json | undefined): name is string {
  return typeof name === 'string' && name !== '' && !name.startsWith('=') && !isForbiddenKey(name);
}
