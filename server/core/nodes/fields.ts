import { z } from 'zod';

/** How the form shows a text field: one line of CEL, text with `{{ CEL }}` holes, and so on. */
export type FieldFormat =
  | 'expression'
  | 'template'
  | 'template-multiline'
  | 'multiline'
  | 'code'
  | 'sql'
  | 'cron'
  | 'timezone'
  | 'credential'
  | 'workflow';

export interface FieldMeta {
  readonly title: string;
  readonly description: string;
  readonly format?: FieldFormat;
  readonly examples?: readonly string[];
}

/** A text that must be given: no default, and `missing` is what the form says until it is. */
export function requiredText(missing: string, meta: FieldMeta) {
  return z.string({ error: missing }).trim().min(1, missing).meta(registryMeta(meta));
}

/** A text with a default; emptying it is fine unless `empty` says why not. */
export function text(fallback: string, meta: FieldMeta, empty?: string) {
  const field = empty === undefined ? z.string() : z.string().min(1, empty);
  return field.default(fallback).meta(registryMeta(meta));
}

export function flag(fallback: boolean, meta: FieldMeta) {
  return z.boolean().default(fallback).meta(registryMeta(meta));
}

/** A whole number within limits. */
export function integer(range: { min: number; max: number; fallback: number }, meta: FieldMeta) {
  return z.int().min(range.min).max(range.max).default(range.fallback).meta(registryMeta(meta));
}

/** Names to texts. A map rather than a list, so that two people adding two names do not conflict. */
export function textMap(meta: FieldMeta) {
  const value = meta.format === undefined ? z.string() : z.string().meta({ format: meta.format });
  return z
    .record(z.string().min(1), value)
    .default({})
    .meta({ title: meta.title, description: meta.description });
}

/** One of a few words; the first is the default. */
export function choice<const T extends readonly [string, ...string[]]>(
  options: T,
  meta: FieldMeta,
) {
  return z
    .enum(options)
    .default(options[0] as z.util.NoUndefined<T[number]>)
    .meta(registryMeta(meta));
}

function registryMeta(meta: FieldMeta) {
  return { ...meta, ...(meta.examples === undefined ? {} : { examples: [...meta.examples] }) };
}
