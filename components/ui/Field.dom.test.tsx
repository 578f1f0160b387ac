import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Field } from './Field';
import { Input } from './Input';

afterEach(cleanup);

test('ties label, hint and error to the control', () => {
  render(
    <Field label="Name" hint="Shown to everybody." error="A name is needed.">
      {(control) => <Input {...control} />}
    </Field>,
  );
  const input = screen.getByLabelText('Name');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
  const words = described.map((id) => document.getElementById(id)?.textContent);
  expect(words).toEqual(['Shown to everybody.', 'A name is needed.']);
  expect(screen.getByRole('alert').textContent).toBe('A name is needed.');
});

test('describes nothing when there is nothing to say', () => {
  render(<Field label="Name">{(control) => <Input {...control} />}</Field>);
  const input = screen.getByLabelText('Name');
  expect(input.hasAttribute('aria-describedby')).toBe(false);
  expect(input.hasAttribute('aria-invalid')).toBe(false);
});
