import type { NodeDescriptor } from '@core/nodes/descriptor';
import {
  toErrorSchema,
  type RJSFSchema,
  type RJSFValidationError,
  type ValidationData,
  type ValidatorType,
} from '@rjsf/utils';

type FormValue = Record<string, unknown>;

/** Validates with the descriptor's own schema, the one that also gates runs; brings no second validator. */
export function zodValidator(descriptor: NodeDescriptor): ValidatorType<FormValue, RJSFSchema> {
  const errorsOf = (value: FormValue | undefined): RJSFValidationError[] => {
    const parsed = descriptor.config.safeParse(value ?? {});
    if (parsed.success) return [];
    return parsed.error.issues.map((issue) => ({
      name: issue.code ?? 'invalid',
      message: issue.message,
      stack: issue.message,
      property: issue.path.map((segment) => `.${String(segment)}`).join(''),
    }));
  };
  return {
    validateFormData: (value): ValidationData<FormValue> => {
      const errors = errorsOf(value);
      return { errors, errorSchema: toErrorSchema<FormValue>(errors) };
    },
    // Asked only about alternatives of a schema; the descriptors have none.
    isValid: () => true,
    rawValidation: <Result>(_schema: RJSFSchema, value?: FormValue) => ({
      errors: errorsOf(value) as Result[],
    }),
  };
}
