import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CreateByName } from './CreateByName';

afterEach(cleanup);

function show(error: unknown = null) {
  const onSubmit = vi.fn();
  const reset = vi.fn();
  render(
    <CreateByName
      title="New project"
      description="You will be its admin."
      action="Create project"
      placeholder="Marketing"
      create={{ isPending: false, isSuccess: false, error, reset }}
      onSubmit={onSubmit}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'New project' }));
  return { onSubmit, reset };
}

test('asks for a name and hands it on, trimmed', () => {
  const { onSubmit, reset } = show();
  expect(reset).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Create project' }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('A name is needed.');
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' Leads ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Create project' }));
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('Leads');
});

test('says why it failed', () => {
  show(new Error('no answer'));
  expect(screen.getByRole('alert').textContent).toMatch(/^Stemma is not answering/);
});
