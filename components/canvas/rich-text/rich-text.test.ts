import { describe, expect, test } from 'vitest';
import { parseBlocks } from './parse-blocks';
import { parseInline } from './parse-inline';

describe('blocks', () => {
  test('headings, paragraphs, lists and code', () => {
    expect(parseBlocks('# Title\nOne\ntwo\n- a\n- b\n\n```\nx < 1\n```')).toEqual([
      { kind: 'heading', text: 'Title' },
      { kind: 'paragraph', text: 'One\ntwo' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'code', text: 'x < 1' },
    ]);
  });

  test('a fence that never ends is code to the end', () => {
    expect(parseBlocks('```\na\nb')).toEqual([{ kind: 'code', text: 'a\nb' }]);
  });
});

describe('inline', () => {
  test('emphasis, code and links', () => {
    expect(parseInline('**b** *i* `c` [t](https://x.org/a) https://y.org')).toEqual([
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'em', text: 'i' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'c' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 't', href: 'https://x.org/a' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'https://y.org', href: 'https://y.org' },
    ]);
  });

  test('a picture is a link to it', () => {
    expect(parseInline('![logo](https://x.org/l.png)')).toEqual([
      { kind: 'link', text: 'logo', href: 'https://x.org/l.png' },
    ]);
  });

  test('scripts, other schemes and HTML stay text', () => {
    for (const text of [
      '[x](javascript:alert(1))',
      '<img src=x onerror=alert(1)>',
      '[x](data:text/html,x)',
    ]) {
      expect(parseInline(text)).toEqual([{ kind: 'text', text }]);
    }
  });
});
