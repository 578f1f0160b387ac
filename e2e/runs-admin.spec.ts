import { mutate, type Outputs } from './support/api';
import { EditorPage } from './support/editor';
import { enter, newProject } from './support/people';
import { expect, test } from './support/test';
import { deepen, importFixture, newWorkflow, WEIGHTY } from './support/workflows';

test('[R1] a run stays queued and says so; its graph is frozen', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Runs');
  const { workflow } = await newWorkflow(page, projectId);
  const editor = new EditorPage(page);
  await editor.open({ projectId, workflowId: workflow.id });

  await test.step('submit, and open it from the message', async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByText('Run submitted')).toBeVisible();
    await page.getByRole('button', { name: 'Open run' }).click();
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  });
  const runUrl = page.url();

  await test.step('it says what it is, with every hash', async () => {
    await expect(page.getByText('Queued', { exact: true })).toBeVisible();
    await expect(page.getByText('it does not execute them yet')).toBeVisible();
    const pinned = page.getByRole('region', { name: 'Pinned to' });
    for (const fact of ['Version hash', 'Logic hash', 'Plan hash', 'Snapshot hash'])
      await expect(pinned.getByText(new RegExp(`^${fact}`))).toBeVisible();
    await expect(pinned.getByText(/^[0-9a-f]{64}$/)).toHaveCount(4);
    await expect(pinned.getByText('Built')).toBeVisible();
    await expect(editor.node('Fetch')).toBeVisible();
  });

  await test.step('what is edited later leaves it alone', async () => {
    await editor.open({ projectId, workflowId: workflow.id });
    await editor.select('Fetch');
    await page.keyboard.press('Delete');
    await editor.moved();
    await page.goto(runUrl);
    await expect(editor.node('Fetch')).toBeVisible();
  });

  await test.step('the list of runs, of this workflow and of all', async () => {
    await page.goto(`/p/${projectId}/runs?workflow=${workflow.id}`);
    await expect(page.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByText('Waiting for a worker')).toBeVisible();
    await page.getByRole('link', { name: 'Small' }).click();
    await page.waitForURL(runUrl);
  });
});

test('[D6] a workflow with a loop is not run, and the reason names it', async ({
  page,
  trouble,
}) => {
  trouble.expect(/422/);
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Loops');
  const { workflow } = await importFixture(page, projectId, 'inbox');
  const editor = new EditorPage(page);
  await editor.open({ projectId, workflowId: workflow.id });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('The run was not submitted')).toBeVisible();
  await expect(page.getByText('“Pause” leads back to “Split mails”')).toBeVisible();
  await page.goto(`/p/${projectId}/runs`);
  await expect(page.getByRole('list', { name: 'Runs' })).toHaveCount(0);
});

test('[C2] the admin page counts, and lists what is worth compacting', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Figures');
  const created = await newWorkflow(page, projectId, { name: 'Deep', document: WEIGHTY });
  await deepen(page, { projectId, created, times: 25 });
  for (let turn = 0; turn < 2; turn += 1)
    await mutate<Outputs['run']['submit']>(page, 'run.submit', {
      projectId,
      tagId: created.tag.id,
    });
  await page.goto(`/p/${projectId}/admin`);

  await test.step('the four figures', async () => {
    for (const [figure, shows] of [
      ['Depth of branches', /1/],
      ['Snapshot cache', /50 %\s*of 2 runs/],
      ['Storage by kind', /Patches\s*25 items/],
      ['Busiest branches', /Deep.*main.*2[56] moves/],
    ] as const)
      await expect(page.getByRole('region', { name: figure })).toContainText(shows);
  });

  const candidates = page.getByRole('region', { name: 'Compaction candidates' });
  const threshold = page.getByLabel('Deeper than');

  await test.step('the threshold decides', async () => {
    await expect(candidates.getByRole('row', { name: /Deep/ })).toContainText('deep: 25 patches');
    await threshold.fill('30');
    await expect(page.getByText('No head is deeper than 30.')).toBeVisible();
    await threshold.fill('many');
    await expect(page.getByText('A whole number up to 128.')).toBeVisible();
    await threshold.fill('24');
    await expect(candidates.getByRole('row', { name: /Deep/ })).toBeVisible();
  });

  await test.step('[C1] compacting proves itself and is listed', async () => {
    await page.getByRole('button', { name: 'Compact Deep' }).click();
    const proof = page.getByRole('dialog');
    await expect(proof).toContainText('25 patches folded into one base');
    await expect(proof).toContainText('Equal');
    await proof.getByRole('button', { name: 'Done' }).click();
    const past = page.getByRole('region', { name: 'Past compactions' });
    await expect(past.getByRole('row', { name: /Deep/ })).toContainText('Equal');
    await expect(candidates.getByRole('row')).toHaveCount(0);
    await expect(page.getByText('No head is deeper than 24.')).toBeVisible();
  });
});
