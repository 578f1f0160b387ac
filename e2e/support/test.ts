import { test as base, expect } from '@playwright/test';
import { Trouble } from './trouble';

interface Fixtures {
  /** What went wrong in any page of the test; each test ends with a look at it. */
  trouble: Trouble;
}

/** Playwright's test, failing when a page complained or a request failed and nobody expected it. */
export const test = base.extend<Fixtures>({
  trouble: [
    async ({ context }, use) => {
      const trouble = new Trouble(context);
      await use(trouble);
      expect(trouble.unexpected()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
