'use client';

import { ariaDescribedByIds, type WidgetProps as RawProps } from '@rjsf/utils';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { Textarea } from '@/components/ui/Textarea';
import { plainWords } from './plain-words';

type Known = 'id' | 'disabled' | 'readonly' | 'rawErrors' | 'required' | 'onChange' | 'onBlur';
type WidgetProps = Pick<RawProps, Known | 'options' | 'schema'> & { value?: unknown };

/** What every control of ours gets from rjsf. */
function controlProps({ id, disabled, readonly, rawErrors, required }: WidgetProps) {
  return {
    id,
    disabled: disabled === true || readonly === true,
    'aria-describedby': ariaDescribedByIds(id),
    'aria-invalid': rawErrors && rawErrors.length > 0 ? (true as const) : undefined,
    'aria-required': required === true ? (true as const) : undefined,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What counts while nothing is written down: the default, else an example. */
function hintOf({ schema }: WidgetProps): string | undefined {
  if (typeof schema.default === 'string' || typeof schema.default === 'number') {
    return String(schema.default);
  }
  const [example] = (schema.examples as unknown[] | undefined) ?? [];
  return typeof example === 'string' ? example : undefined;
}

export function TextControl(props: WidgetProps) {
  const { value, onChange, onBlur, id, options } = props;
  return (
    <Input
      {...controlProps(props)}
      value={textOf(value)}
      placeholder={hintOf(props)}
      autoComplete="off"
      spellCheck={options['mono'] !== true}
      className={cn(options['mono'] === true && 'font-mono text-xs')}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onBlur(id, value)}
    />
  );
}

export function NumberControl(props: WidgetProps) {
  const { value, onChange, onBlur, id, schema } = props;
  return (
    <Input
      {...controlProps(props)}
      type="number"
      inputMode="decimal"
      min={schema.minimum}
      max={schema.maximum}
      step={schema.type === 'integer' ? 1 : 'any'}
      placeholder={hintOf(props)}
      value={textOf(value)}
      onChange={(event) => {
        const { value: typed, valueAsNumber } = event.target;
        onChange(typed === '' || Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
      }}
      onBlur={() => onBlur(id, value)}
    />
  );
}

export function TextAreaControl(props: WidgetProps) {
  const { value, onChange, onBlur, id, options } = props;
  return (
    <Textarea
      {...controlProps(props)}
      value={textOf(value)}
      placeholder={hintOf(props)}
      spellCheck={options['mono'] !== true}
      className={cn(options['mono'] === true && 'font-mono text-xs')}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onBlur(id, value)}
    />
  );
}

export function ChoiceControl(props: WidgetProps) {
  const { value, onChange, options, schema } = props;
  const choices = (options.enumOptions ?? []).map((option) => ({
    value: String(option.value),
    label: plainWords(String(option.value)),
  }));
  return (
    <Select
      {...controlProps(props)}
      value={textOf(value ?? schema.default)}
      onValueChange={(chosen) => onChange(chosen)}
      options={choices}
    />
  );
}

export function SwitchControl(props: WidgetProps) {
  const { value, onChange, schema } = props;
  const on = value ?? schema.default;
  const { 'aria-required': _required, ...control } = controlProps(props);
  return <Switch {...control} checked={on === true} onCheckedChange={(next) => onChange(next)} />;
}
