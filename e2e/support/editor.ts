import { expect, type Locator, type Page } from '@playwright/test';
import { type Outputs, query } from './api';

export interface Place {
  readonly projectId: string;
  readonly workflowId: string;
  readonly branch: string;
}

/** Of a node on screen, in pixels: its handles can still be grasped. */
const WORKABLE_WIDTH = 140;
const CLOSE_WIDTH = 300;

/** The editor as a person uses it. */
export class EditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get canvas(): Locator {
    return this.page.getByTestId('canvas');
  }

  place(): Place {
    const url = new URL(this.page.url());
    const [, projectId = '', workflowId = ''] =
      /\/p\/([^/]+)\/w\/([^/?]+)/.exec(url.pathname) ?? [];
    return { projectId, workflowId, branch: url.searchParams.get('branch') ?? 'main' };
  }

  /** The end of the branch as the server has it. */
  head(): Promise<Outputs['version']['get']> {
    const { projectId, workflowId, branch } = this.place();
    return query(this.page, 'version.get', { projectId, workflowId, tag: branch });
  }

  /** How often the branch has moved: every edit, undo and redo counts once. */
  async moves(): Promise<number> {
    const { projectId, workflowId, branch } = this.place();
    const input = { projectId, workflowId, tag: branch };
    const { seq } = await query<Outputs['tag']['get']>(this.page, 'tag.get', input);
    return seq;
  }

  /** Waits until the branch has moved so often, and the editor says so. */
  async movedTo(moves: number): Promise<void> {
    await expect.poll(() => this.moves()).toBe(moves);
    await this.saved();
  }

  async open({ projectId, workflowId }: Omit<Place, 'branch'>): Promise<void> {
    await this.page.goto(`/p/${projectId}/w/${workflowId}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await hydrated(this.canvas);
    await this.saved();
  }

  get savedState(): Locator {
    return this.page.getByTestId('saved-state');
  }

  async saved(): Promise<void> {
    await expect(this.savedState).toHaveAttribute('data-state', 'saved');
  }

  /** The side panel of the selected node. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Node settings' });
  }

  async add(type: string): Promise<void> {
    await this.page.getByRole('button', { name: `Add ${type}`, exact: true }).click();
  }

  node(name: string): Locator {
    return this.canvas
      .locator('.react-flow__node')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Brings everything into view, so that the pointer can reach it. */
  async fit(): Promise<void> {
    await this.page.getByRole('button', { name: /fit/i }).first().click();
    await settled(this.page);
  }

  /** Brings a node near the middle, and close enough to work with. */
  async zoomTo(name: string): Promise<void> {
    await this.fit();
    const node = this.node(name).first();
    const canvas = centre(await boxOf(this.canvas));
    // In at the node and out at the middle: what was in a corner ends up where there is room.
    await this.#zoom(node, { until: (width) => width > CLOSE_WIDTH, by: -240 });
    await this.#zoom(node, { until: (width) => width < WORKABLE_WIDTH, by: 120, at: canvas });
  }

  async #zoom(
    node: Locator,
    how: { until: (width: number) => boolean; by: number; at?: { x: number; y: number } },
  ): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) {
      const box = await node.boundingBox();
      if (box === null || how.until(box.width)) return;
      const { x, y } = how.at ?? centre(box);
      await this.page.mouse.move(x, y);
      await this.page.mouse.wheel(0, how.by);
      await settled(this.page);
    }
  }

  async select(name: string): Promise<void> {
    await this.node(name).first().click();
  }

  async drag(name: string, by: { x: number; y: number }): Promise<void> {
    await this.move(name, by);
    await this.moved();
  }

  /** A drag that nobody waits for to be saved. */
  async move(name: string, by: { x: number; y: number }): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.zoomTo(name);
    const box = await boxOf(this.node(name).first());
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width / 2 + by.x / 2, box.y + box.height / 2 + by.y / 2);
    await this.page.mouse.move(box.x + box.width / 2 + by.x, box.y + box.height / 2 + by.y, {
      steps: 4,
    });
    await this.page.mouse.up();
  }

  /** Draws a connection from a node's first output to another's first input. */
  async connect(from: string, to: string): Promise<void> {
    await this.pull(from, to);
    await this.page.mouse.up();
  }

  /** As `connect`, with the button still down over the other end. */
  async pull(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    const source = await boxOf(
      this.node(from).first().locator('.react-flow__handle.source').first(),
    );
    const target = await boxOf(this.node(to).first().locator('.react-flow__handle.target').first());
    await this.page.mouse.move(centre(source).x, centre(source).y);
    await this.page.mouse.down();
    await this.page.mouse.move(centre(target).x - 10, centre(target).y, { steps: 6 });
    await this.page.mouse.move(centre(target).x, centre(target).y, { steps: 3 });
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
    await this.moved();
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+z');
    await this.moved();
  }

  /** A key only starts the saving; a moment later the state says whether it is over. */
  async moved(): Promise<void> {
    await settled(this.page);
    await this.saved();
  }
}

/** Where it is once it has come to rest: the canvas glides when it makes room for the panel. */
async function boxOf(locator: Locator) {
  let before = await locator.boundingBox();
  for (;;) {
    await locator.page().waitForTimeout(120);
    const box = await locator.boundingBox();
    if (box === null) throw new Error('It is not on the page.');
    if (box.x === before?.x && box.y === before.y) return box;
    before = box;
  }
}

function centre(box: { x: number; y: number; width: number; height: number }) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The server's picture of the page has come alive: React has taken the element over. */
export async function hydrated(locator: Locator): Promise<void> {
  await expect
    .poll(() =>
      locator.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react'))),
    )
    .toBe(true);
}

/** Two frames: what a key or a button changed has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
