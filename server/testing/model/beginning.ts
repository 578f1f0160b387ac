import { type Content, edgeAt, nodeAt, text } from './content';
import { newNode } from './new-node';

/** Where every run begins: four nodes, two of them connected. */
export const beginning: Content = {
  [nodeAt('a')]: newNode('A'),
  [nodeAt('b')]: newNode('B'),
  [nodeAt('c')]: newNode('C'),
  [nodeAt('d')]: newNode('D'),
  [edgeAt('e')]: { source: text('a'), target: text('b') },
};
