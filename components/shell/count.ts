const numbers = new Intl.NumberFormat('en');

/** “1 node”, “1,204 nodes”. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${numbers.format(amount)} ${amount === 1 ? one : many}`;
}
