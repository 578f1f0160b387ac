import type { ReactNode } from 'react';
import { parseBlocks, type Block } from './parse-blocks';
import { parseInline, type Inline } from './parse-inline';

/** Text of people, as React elements: nothing in it can become HTML. */
export function RichText({ text }: { text: string }) {
  return <div className="rich-text">{parseBlocks(text).map(renderBlock)}</div>;
}

function renderBlock(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case 'heading':
      return (
        <p key={key} className="font-semibold">
          <Inlines text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul key={key}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Inlines text={item} />
            </li>
          ))}
        </ul>
      );
    case 'code':
      return <pre key={key}>{block.text}</pre>;
    case 'paragraph':
      return (
        <p key={key}>
          <Inlines text={block.text} />
        </p>
      );
  }
}

function Inlines({ text }: { text: string }) {
  return parseInline(text).map((part, index) => <InlinePart key={index} part={part} />);
}

function InlinePart({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'em':
      return <em>{part.text}</em>;
    case 'code':
      return <code>{part.text}</code>;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer noopener" className="nodrag">
          {part.text}
        </a>
      );
    case 'text':
      return part.text;
  }
}
