/** Whether keys belong to the element: a field, a menu, a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return (
    target.closest(
      'input, textarea, select, [role="menu"], [role="dialog"], [role="listbox"], [role="alertdialog"]',
    ) !== null
  );
}
