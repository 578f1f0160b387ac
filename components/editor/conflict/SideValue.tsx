import type { Dag } from '@core/dag/document';
import { isJsonObject, type Json } from '@core/json/json';
import { cn } from '@/components/ui/cn';
import { lineDiff, type DiffLine } from './line-diff';
import { valueWords } from './unit-words';

const LONGEST = 100;

interface SideValueProps {
  /** The document of this side, for the names in it. */
  dag: Dag;
  unit: string;
  value: Json | undefined;
  was: Json | undefined;
}

/** What one side has: a short value as it is, a long text as what it changes of what was there. */
export function SideValue({ dag, unit, value, was }: SideValueProps) {
  const words = valueWords(dag, unit, value);
  const isText = typeof value === 'string' || Array.isArray(value) || isJsonObject(value);
  if (value === undefined || !isText || !isLong(words)) {
    return <span className="break-words whitespace-pre-wrap">{words}</span>;
  }
  const text = textOf(value);
  const lines = was === undefined ? undefined : lineDiff(textOf(was), text);
  return (
    <code className="mt-1 block max-h-44 overflow-auto rounded-md bg-sunken px-2 py-1.5 font-mono text-xs break-words whitespace-pre-wrap">
      {lines ? lines.map((line, index) => <Line key={index} line={line} />) : text}
    </code>
  );
}

const MARKS = { same: ' ', added: '+', removed: '−' } as const;

function Line({ line: { kind, text } }: { line: DiffLine }) {
  return (
    <span
      className={cn(
        'flex gap-1.5',
        kind === 'same' && 'text-fg-muted',
        kind === 'added' && 'bg-ok-soft text-ok-fg',
        kind === 'removed' && 'bg-danger-soft text-danger-fg',
      )}
    >
      <span aria-hidden className="w-2 shrink-0 select-none">
        {MARKS[kind]}
      </span>
      {kind === 'removed' ? <del className="min-w-0 no-underline">{text}</del> : null}
      {kind === 'added' ? <ins className="min-w-0 no-underline">{text}</ins> : null}
      {kind === 'same' ? <span className="min-w-0">{text}</span> : null}
    </span>
  );
}

function isLong(text: string): boolean {
  return text.length > LONGEST || text.includes('\n');
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
