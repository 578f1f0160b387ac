'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { useEditor } from '../editor-context';
import { useDraft } from './use-draft';

const MAX_NAME = 200;

export function NameField({ id, name, readOnly }: { id: string; name: string; readOnly: boolean }) {
  const editor = useEditor();
  const { shown, draft } = useDraft(name, (typed) => {
    if (typed.trim() !== '') editor.editNode(id, { name: typed.trim() });
  });
  return (
    <Field label="Name" error={shown.trim() === '' ? 'A name is needed.' : undefined}>
      {(control) => (
        <Input
          {...control}
          value={shown}
          maxLength={MAX_NAME}
          autoComplete="off"
          disabled={readOnly}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.flush}
          onKeyDown={(event) => {
            if (event.key === 'Enter') draft.flush();
          }}
        />
      )}
    </Field>
  );
}
