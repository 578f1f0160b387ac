import { expect, type Page } from '@playwright/test';
import type { Dag } from '../../../server/core/dag/document';
import { mutate, type Outputs, query } from '../api';
import { EditorPage } from '../editor';
import type { Picture, Step } from './model';

/** The node that only Ben works on. */
export const BENS = 'spare';

type Move = Outputs['tag']['moves']['items'][number];

const SOON = { intervals: [30, 30, 60, 120, 250] };

/** The editor in Ada's browser, and Ben at another one. */
export class Workbench extends EditorPage {
  readonly #ben: Page;

  constructor(ada: Page, ben: Page) {
    super(ada);
    this.#ben = ben;
  }

  /** What the canvas draws; connections without what they join. */
  async drawn(): Promise<{ nodes: Picture['nodes']; edges: string[] }> {
    const [nodes, edges] = ['.react-flow__node', '.react-flow__edge'].map((kind) =>
      this.page.locator(kind),
    ) as [ReturnType<Page['locator']>, ReturnType<Page['locator']>];
    const steps = await nodes.evaluateAll((elements) =>
      elements.map((element) => {
        const { transform } = (element as HTMLElement).style;
        const [x = NaN, y = NaN] = [...transform.matchAll(/-?[\d.]+(?=px)/g)].map(Number);
        const name = element.getAttribute('aria-label')?.replace(/, [^,]*$/, '') ?? '';
        return [element.getAttribute('data-id') ?? '', { name, x, y }] as const;
      }),
    );
    const ids = await edges.evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('data-id') ?? ''),
    );
    return { nodes: Object.fromEntries(steps), edges: ids.sort() };
  }

  async stored(): Promise<Picture> {
    const { document } = await this.head();
    return pictureOf(document as Dag);
  }

  /** The branch's moves after the first `count`, as soon as there are that many more. */
  async movesAfter(count: number, more: number): Promise<Move[]> {
    await expect.poll(() => this.moves(), SOON).toBe(count + more);
    await this.saved();
    const { projectId, workflowId, branch } = this.place();
    const input = { projectId, workflowId, tag: branch, limit: Math.max(1, more) };
    const { items } = await query<Outputs['tag']['moves']>(this.page, 'tag.moves', input);
    return items.slice(0, more).reverse();
  }

  /** Makes a node the selected one, by keyboard. */
  async take(id: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    const node = this.page.locator(`.react-flow__node[data-id="${id}"]`);
    await node.focus();
    await this.page.keyboard.press('Enter');
    await expect(node).toHaveClass(/selected/);
  }

  async editAsBen(parent: string, { name }: Step): Promise<void> {
    const { projectId, workflowId, branch } = this.place();
    const ops = [{ op: 'replace', path: `/nodes/${BENS}/name`, value: name }];
    await mutate(this.#ben, 'patch.append', { projectId, workflowId, tag: branch, parent, ops });
  }
}

export function pictureOf({ nodes, edges }: Pick<Dag, 'nodes' | 'edges'>): Picture {
  const steps = Object.entries(nodes).map(([id, { name = '', position }]): [string, Step] => [
    id,
    { name, x: position?.x ?? NaN, y: position?.y ?? NaN },
  ]);
  const ends = Object.entries(edges).map(([id, { source, target }]): [string, string[]] => [
    id,
    [source, target],
  ]);
  return { nodes: Object.fromEntries(steps), edges: Object.fromEntries(ends) };
}
