'use client';

import type { JsonObject } from '@core/json/json';
import { configJsonSchema } from '@core/nodes/config-schema';
import type { NodeDescriptor } from '@core/nodes/descriptor';
import { withTheme } from '@rjsf/core';
import type { RJSFSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import { formTheme } from './form-theme';
import { uiSchemaOf } from './ui-schema';
import { zodValidator } from './zod-validator';

const ThemedForm = withTheme<Record<string, unknown>, RJSFSchema>(formTheme);
/** A form never writes defaults by itself: opening a node is no edit. */
const NO_DEFAULTS = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;

interface ConfigFormProps {
  /** Ties labels to controls; unique on the page. */
  id: string;
  descriptor: NodeDescriptor;
  value: JsonObject;
  disabled: boolean;
  onChange: (value: JsonObject) => void;
  onLeave: () => void;
}

/** The form of a node type, drawn from its schema and checked by it. */
export function ConfigForm({
  id,
  descriptor,
  value,
  disabled,
  onChange,
  onLeave,
}: ConfigFormProps) {
  const { schema, uiSchema, validator } = useMemo(() => {
    const json = configJsonSchema(descriptor);
    return {
      schema: json,
      uiSchema: uiSchemaOf(json),
      validator: zodValidator(descriptor),
    };
  }, [descriptor]);
  const { errorSchema } = useMemo(
    () => validator.validateFormData(value, schema),
    [validator, schema, value],
  );
  return (
    <ThemedForm
      idPrefix={id}
      tagName="div"
      schema={schema}
      uiSchema={uiSchema}
      validator={validator}
      formData={value}
      disabled={disabled}
      extraErrors={errorSchema}
      noValidate
      showErrorList={false}
      noHtml5Validate
      experimental_defaultFormStateBehavior={NO_DEFAULTS}
      onChange={({ formData }) => onChange(asJson(formData))}
      onBlur={onLeave}
    >
      <></>
    </ThemedForm>
  );
}

/** The form was given JSON and its controls give JSON. */
function asJson(value: Record<string, unknown> | undefined): JsonObject {
  return (value ?? {}) as JsonObject;
}
