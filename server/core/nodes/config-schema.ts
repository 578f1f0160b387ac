import { z } from 'zod';
import type { DagNode } from '../dag/document';
import type { Json, JsonObject } from '../json/json';
import type { NodeDescriptor } from './descriptor';
import { findDescriptor } from './registry';

/** `path` is a JSON pointer inside the configuration, `''` for the whole. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** The JSON Schema (draft-07) that draws the form: titles, descriptions, defaults, choices. */
export function configJsonSchema(descriptor: NodeDescriptor): JsonObject {
  const schema = z.toJSONSchema(descriptor.config, { target: 'draft-7', io: 'input' });
  return JSON.parse(JSON.stringify(schema)) as JsonObject;
}

/**
 * The configuration a new node starts with: every default, and nothing where a person has to decide,
 * which `configProblems` then asks for.
 */
export function defaultConfig(descriptor: NodeDescriptor): JsonObject {
  const config: Record<string, Json> = {};
  for (const [key, field] of Object.entries(descriptor.config.shape)) {
    const parsed = z.safeParse(field, undefined);
    if (parsed.success && parsed.data !== undefined) config[key] = parsed.data as Json;
  }
  return structuredClone(config);
}

/** What is wrong with the configuration of a node of a known type; nothing for unknown types. */
export function configProblems(node: DagNode): readonly Problem[] {
  const descriptor = findDescriptor(node.type);
  if (descriptor === undefined) return [];
  const parsed = descriptor.config.safeParse(node.config ?? {});
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    path: issue.path.map((segment) => `/${escapePointer(String(segment))}`).join(''),
    message: issue.message,
  }));
}

function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
