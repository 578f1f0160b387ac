/** A way into a value: `["customer", "e-mail", 0]`. */
export type Path = readonly (string | number)[];

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const STEP = /^(?:\.([A-Za-z_]\w*)|\[\s*(?:(\d{1,9})|"((?:[^"\\])*)"|'((?:[^'\\])*)')\s*\])/;
const RESERVED_IN_CEL: ReadonlySet<string> = new Set(
  `as break const continue else false for function if import in let loop null package namespace return
   true var void while`.split(/\s+/),
);

/** Reads `$json.customer["e-mail"][0]`; undefined for anything more than a path from `root`. */
export function parsePath(text: string, root: string): Path | undefined {
  if (!text.startsWith(root)) return undefined;
  let rest = text.slice(root.length);
  const path: (string | number)[] = [];
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (step === null) return undefined;
    const [whole, name, index, double, single] = step;
    path.push(index === undefined ? (name ?? double ?? single ?? '') : Number(index));
    rest = rest.slice(whole.length);
  }
  return path;
}

export function printPath(path: Path, root: 'input' | '$json'): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    const plain = IDENTIFIER.test(step) && !(root === 'input' && RESERVED_IN_CEL.has(step));
    return plain ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `${root}${steps.join('')}`;
}

/** `$json.a` as `input.a`; undefined when the n8n expression is anything else. */
export function celFromExpression(expression: string): string | undefined {
  const path = parsePath(expression.trim(), '$json');
  return path && printPath(path, 'input');
}

/** `input.a` as `$json.a`. */
export function expressionFromCel(cel: string): string | undefined {
  const path = parsePath(cel.trim(), 'input');
  return path && printPath(path, '$json');
}
