// How long a move of a slider takes in a browser: the engine alone, and from the move to the screen, 10,000 enterprises × 20
// indicators. `node --import tsx bench/web/what-if.ts http://127.0.0.1:3000` against a running demonstration; only its data is replaced.
import type { BrowserContext, Page, Route } from 'playwright-core';
import { datasetToArrow } from '#engine/proof/recompute.ts';
import { ENGINE_VERSION } from '#engine/version.ts';
import { syntheticCase } from '../synthetic.ts';
import { DESK, evaluationsOf, inBrowser, signIn } from './demonstration.ts';

const ROWS = 10_000;
const INDICATORS = 20;
const WARM_UP = 20;
const MOVES = 60;
const BARS = { engine: 16, screen: 100 } as const;
const KINDS = ['weight', 'times', 'cap', 'quota'] as const;

type Timed = { readonly engine: number[]; readonly screen: number[] };

async function main(base: string): Promise<void> {
  await inBrowser(base, async (browser) => {
    const context = await browser.newContext({ viewport: DESK, baseURL: base });
    const page = await openStudio(context, base);
    for (const kind of KINDS) report(kind, await moveSlider(page, kind));
  });
}

async function openStudio(context: BrowserContext, base: string): Promise<Page> {
  await signIn(context, base);
  const items = await evaluationsOf(context);
  const frozen = items.find(({ dataset_id }) => dataset_id !== null);
  if (frozen === undefined) throw new Error('no evaluation has frozen figures');
  const { evaluation_id, scheme_id, scheme_version: version } = frozen;
  await replaceData(context, evaluation_id, { scheme_id, version });
  const page = await context.newPage();
  await page.goto(`/z/demo/schemes/${scheme_id}/${version}?areas=effect&evaluation=${evaluation_id}`);
  await page.waitForSelector('.mj-outcome-answer', { timeout: 120_000 });
  return page;
}

/** The server's answers, with the synthetic scheme and figures in place of its own. */
async function replaceData(
  context: BrowserContext,
  evaluation: string,
  { scheme_id, version }: { readonly scheme_id: string; readonly version: number },
): Promise<void> {
  const { plan, dataset } = syntheticCase(ROWS, INDICATORS);
  const text = JSON.stringify(plan.scheme);
  const kit = {
    evaluation_id: evaluation,
    period_id: '2024',
    dataset: { dataset_id: evaluation, hash: '', rows: ROWS, columns: [], previous: false },
    scheme: { scheme_id, version, hash: '', text },
    parameters: {},
    overrides: [],
    engine_version: ENGINE_VERSION,
    run: null,
    comparisons: [],
  };
  const saved = {
    scheme_id,
    version,
    title: 'synthetic',
    hash: '',
    state: 'draft',
    created_by: '',
    decided_by: null,
    reason: null,
    text,
  };
  const json = (body: unknown) => (route: Route) => route.fulfill({ json: body });
  await context.route(`**/api/zones/demo/evaluations/${evaluation}/plan`, json(kit));
  await context.route(`**/api/zones/demo/schemes/${scheme_id}/${version}`, json(saved));
  await context.route(`**/api/zones/demo/evaluations/${evaluation}/dataset`, (route) =>
    route.fulfill({
      body: Buffer.from(datasetToArrow(dataset)),
      contentType: 'application/vnd.apache.arrow.file',
    }),
  );
}

/** Groups in the order of the studio: weights, baselines, caps, quotas. */
async function moveSlider(page: Page, kind: (typeof KINDS)[number]): Promise<Timed> {
  await page.locator('.mj-dials .ant-segmented-item').nth(KINDS.indexOf(kind)).click();
  const slider = page.locator('.mj-dial-list').getByRole('slider').first();
  await slider.focus();
  const timed: Timed = { engine: [], screen: [] };
  for (let move = 0; move < WARM_UP + MOVES; move++) {
    await page.evaluate(() => performance.clearMeasures());
    // There and back, so that every move is a move.
    await page.keyboard.press(move % 20 < 10 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction(() => performance.getEntriesByName('what-if.screen').length > 0);
    const [engine, screen] = await page.evaluate(() =>
      ['what-if.engine', 'what-if.screen'].map(
        (name) => performance.getEntriesByName(name).at(-1)?.duration ?? Number.NaN,
      ),
    );
    if (move < WARM_UP) continue;
    timed.engine.push(engine ?? Number.NaN);
    timed.screen.push(screen ?? Number.NaN);
  }
  return timed;
}

function report(kind: string, timed: Timed): void {
  for (const part of ['engine', 'screen'] as const) {
    const sorted = timed[part].toSorted((a, b) => a - b);
    const at = (share: number): string =>
      (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
    console.log(
      `${kind.padEnd(7)} ${part.padEnd(7)} least ${at(0.01)}  p50 ${at(0.5)}  p95 ${at(0.95)} ms  (bar ${BARS[part]} ms, ${sorted.length} moves)`,
    );
  }
}

await main(process.argv[2] ?? 'http://127.0.0.1:3000');
