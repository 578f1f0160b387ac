import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What opens over a page. */
export const LAYER = '[role=dialog], [role=alertdialog], [role=menu]';

/** Serious and critical findings of axe: everything by day, contrast once more by night. */
export async function assertAccessible(page: Page, within?: string): Promise<void> {
  const axe = () => {
    // One frame is all there is: without the second page in which axe joins the frames' findings.
    const builder = new AxeBuilder({ page }).setLegacyMode();
    return within === undefined ? builder : builder.include(within);
  };
  expect(await findings(axe().options({ resultTypes: ['violations'] }))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(axe().withRules(['color-contrast']))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
