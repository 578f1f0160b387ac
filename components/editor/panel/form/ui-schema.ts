import { isJsonObject, type Json } from '@core/json/json';
import type { UiSchema } from '@rjsf/utils';

const TEXT_AREAS = new Set(['multiline', 'template-multiline', 'code', 'sql']);
const MONO = new Set(['expression', 'template', 'template-multiline', 'code', 'sql', 'cron']);

/** Which widget each field of a configuration schema gets, from its format. */
export function uiSchemaOf(schema: Json | undefined): UiSchema {
  if (!isJsonObject(schema)) return {};
  const ui: UiSchema = {};
  if (isJsonObject(schema['properties'])) {
    for (const [key, field] of Object.entries(schema['properties'])) ui[key] = uiSchemaOf(field);
  }
  if (schema['type'] === 'array') ui['items'] = uiSchemaOf(schema['items']);
  if (isJsonObject(schema['additionalProperties'])) {
    ui['ui:field'] = 'TextMap';
    ui['ui:options'] = { mono: isMono(schema['additionalProperties']) };
    return ui;
  }
  const format = schema['format'];
  if (typeof format !== 'string') return ui;
  if (TEXT_AREAS.has(format)) ui['ui:widget'] = 'textarea';
  if (MONO.has(format)) ui['ui:options'] = { mono: true };
  return ui;
}

function isMono(schema: Json): boolean {
  return isJsonObject(schema) && typeof schema['format'] === 'string' && MONO.has(schema['format']);
}
