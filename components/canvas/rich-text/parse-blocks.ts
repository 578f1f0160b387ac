export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };

const MAX_LENGTH = 20_000;

/** A very small part of Markdown: headings, paragraphs, lists and fenced code. */
export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: string[] = [];
  let code: string[] | undefined;
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join('\n') });
    if (list.length > 0) blocks.push({ kind: 'list', items: list });
    paragraph = [];
    list = [];
  };
  for (const line of source.slice(0, MAX_LENGTH).split(/\r?\n/)) {
    if (line.trimStart().startsWith('```')) {
      if (code) blocks.push({ kind: 'code', text: code.join('\n') });
      else close();
      code = code ? undefined : [];
      continue;
    }
    if (code) {
      code.push(line);
      continue;
    }
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
    if (heading || line.trim() === '' || (item ? paragraph.length > 0 : list.length > 0)) close();
    if (heading) blocks.push({ kind: 'heading', text: heading[1] ?? '' });
    else if (item) list.push(item[1] ?? '');
    else if (line.trim() !== '') paragraph.push(line);
  }
  if (code) blocks.push({ kind: 'code', text: code.join('\n') });
  close();
  return blocks;
}
