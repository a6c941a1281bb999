// Fifty people at once who look at lists, search, and ask why: `load.ts <url> <seconds>`. Answers with percentiles.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const [url = '', seconds = '60', people = '50'] = process.argv.slice(2);
const PASSWORD = 'Bench-Load-2026!x';
/** Between two looks a person reads for about a second. */
const READ_MS = 1000;

const session = await fetch(`${url}/api/auth/sign-in/username`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ username: 'bench-officer', password: PASSWORD }),
});
const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
const Page = z.looseObject({
  items: z.array(z.looseObject({ enterprise_id: z.string() })),
  next: z.string().nullable(),
});
const Evaluations = z.looseObject({ items: z.array(z.looseObject({ run_id: z.string().nullable() })) });

const get = async (path: string): Promise<unknown> => {
  const response = await fetch(`${url}/api/zones/bench${path}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`${response.status} ${path} ${await response.text()}`);
  return response.json();
};

const run = Evaluations.parse(await get('/evaluations')).items[0]?.run_id ?? '';
const times = new Map<string, number[]>();
let errors = 0;
const until = Date.now() + Number(seconds) * 1000;

async function look(kind: string, path: string): Promise<z.infer<typeof Page> | undefined> {
  const start = performance.now();
  try {
    const body = await get(path);
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - start]);
    return kind === 'score page' ? undefined : Page.parse(body);
  } catch {
    errors += 1;
    return undefined;
  }
}

async function person(n: number): Promise<void> {
  await wait((n * READ_MS) / Number(people));
  for (let turn = n; Date.now() < until; turn += 7) {
    const list = await look(
      'enterprise list',
      `/enterprises?limit=50&sort=${turn % 2 === 0 ? 'name' : 'credit_code'}`,
    );
    await wait(READ_MS);
    await look('search', `/enterprises?limit=50&search=${encodeURIComponent(`亩${turn}`)}`);
    await wait(READ_MS);
    const next = list?.next ?? undefined;
    if (next !== undefined) await look('enterprise list', `/enterprises?limit=50&cursor=${next}`);
    const one = list?.items[turn % 50]?.enterprise_id;
    await wait(READ_MS);
    if (one !== undefined) await look('score page', `/runs/${run}/results/${one}`);
    await wait(READ_MS);
  }
}

// The first look at a run loads it; that is not what anybody waits for a second time.
const [warm] = Page.parse(await get('/enterprises?limit=1')).items;
await get(`/runs/${run}/results/${warm?.enterprise_id}`);
await Promise.all(Array.from({ length: Number(people) }, (_, n) => person(n)));
const at = (values: readonly number[], share: number) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);
const figures = Object.fromEntries(
  [...times].map(([kind, values]) => [
    kind,
    { requests: values.length, p50: at(values, 0.5), p95: at(values, 0.95), p99: at(values, 0.99) },
  ]),
);
console.log(JSON.stringify({ errors, ...figures }));
