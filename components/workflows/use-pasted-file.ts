'use client';

import { useEffect } from 'react';

const FORM_FIELDS = 'input, textarea, select, [contenteditable]';

/** While `on`, text pasted outside of a form field arrives as a file; so does a pasted file. */
export function usePastedFile(on: boolean, take: (file: File) => void): void {
  useEffect(() => {
    if (!on) return;
    function onPaste(event: ClipboardEvent): void {
      const inField = event.target instanceof Element && event.target.matches(FORM_FIELDS);
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (inField || (file === undefined && text === '')) return;
      event.preventDefault();
      take(file ?? new File([text], 'Pasted text', { type: 'application/json' }));
    }
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [on, take]);
}
