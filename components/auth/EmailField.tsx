import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';

/** Browsers fill in the account by it. */
export function EmailField() {
  return (
    <Field label="Email">
      {(control) => (
        <Input
          {...control}
          name="email"
          type="email"
          autoComplete="username"
          required
          className="h-10"
        />
      )}
    </Field>
  );
}
