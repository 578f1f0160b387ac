/** A name as branches have them: lower case, `-` for blanks; `/` and `.` stay. */
export function branchName(typed: string): string {
  return typed.trim().toLowerCase().replace(/\s+/g, '-');
}
