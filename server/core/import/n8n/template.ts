import type { Json } from '../../json/json';
import { celFromExpression, expressionFromCel } from './path';

const HOLE = /\{\{(.*?)\}\}/gs;

/**
 * A text parameter of n8n as one of our templates. n8n marks texts with holes by a leading `=`; a hole
 * may only be a path into the item, anything more is not ours to say.
 */
export function readTemplate(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (!value.startsWith('=')) return /\{\{|\}\}/.test(value) ? undefined : value;
  return fillHoles(value.slice(1), celFromExpression);
}

/** One of our templates as a text parameter of n8n. */
export function writeTemplate(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = fillHoles(value, expressionFromCel);
  if (text === undefined) return undefined;
  return text.includes('{{') || text.startsWith('=') ? `=${text}` : text;
}

function fillHoles(text: string, turn: (inside: string) => string | undefined): string | undefined {
  let failed = false;
  const filled = text.replace(HOLE, (_, inside: string) => {
    const turned = turn(inside);
    if (turned === undefined) failed = true;
    return `{{ ${turned ?? ''} }}`;
  });
  const outside = text.replace(HOLE, '');
  return failed || /\{\{|\}\}/.test(outside) ? undefined : filled;
}
