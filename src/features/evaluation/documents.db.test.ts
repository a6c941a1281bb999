import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Job } from '#capabilities/jobs/contract.ts';
import { type Caller, transact } from '#platform/ctx.ts';
import { stopRendering } from '#platform/documents/render.ts';
import { runJob } from '#platform/jobs/run-job.ts';
import { jobKind } from '#platform/jobs/job-kind.ts';
import { actor } from '#test/kit/app.ts';
import { type FinishedZone, finishedZone } from '#test/kit/finished-zone.ts';
import { pdfPages } from '#test/kit/pdf-text.ts';
import { Letterhead, ReportsBatch, VerifiedDocument } from './contract/documents.ts';
import { Publication } from './contract/shapes.ts';
import { evaluationJobs } from './jobs.ts';

let zone: FinishedZone;
let run = '';
let past = '';

beforeAll(async () => {
  zone = await finishedZone({ until: 'notice' });
  run = await zone.run(zone.evaluation);
  past = await zone.run(zone.before);
}, 60_000);
afterAll(async () => {
  await stopRendering();
  await zone.close();
});

const officer = actor('evaluation_officer');
const enterprise = (n: number) => actor('enterprise_user', { enterpriseIds: [zone.ids[n - 1] ?? ''] });
const manager = (n: number) =>
  actor('park_manager', { userId: `manager-${n}`, parkIds: [zone.parks[n - 1] ?? ''] });
type Who = ReturnType<typeof actor> | undefined;

async function get(who: Who, path: string, inZone = 'home') {
  const response = await zone.app.app.request(`/api/zones/${inZone}${path}`, {
    headers: who === undefined ? {} : { 'x-test-actor': encodeURIComponent(JSON.stringify(who)) },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(zone.app.errors).toEqual([]);
  return { status: response.status, type: response.headers.get('content-type'), bytes };
}

const report = (n: number, query = '', of = run) =>
  `/runs/${of}/results/${zone.ids[n - 1] ?? ''}/report${query}`;

async function textOf(who: Who, path: string): Promise<string> {
  const { status, type, bytes } = await get(who, path);
  expect({ path, status, type }).toEqual({ path, status: 200, type: 'application/pdf' });
  return pdfPages(bytes).join('').replace(/\s/g, '');
}

const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const codeIn = (text: string): string => CODE.exec(text)?.[0] ?? '';
const verify = (code: string, inZone = 'home') =>
  zone.app.call(undefined, 'GET', `/zones/${inZone}/documents/verify?code=${encodeURIComponent(code)}`);

async function publications(): Promise<Publication[]> {
  const { body } = await zone.call(undefined, 'GET', '/publications');
  return (body as { items: Publication[] }).items;
}

describe('the report of an enterprise', () => {
  test('says the class, why, and what would lift it', async () => {
    const text = await textOf(enterprise(8), report(8));
    expect(text).toContain('企业8');
    expect(text).toContain('在10家参评企业中列第8位，评为C类');
    expect(text).toContain('低于平均的指标有');
    expect(text).toContain('即可进入B类');
    // The seventh has 260 a mu of ten: with as much tax the eighth is level, so it takes more.
    const lift = /税收由150万元提高到([\d.]+)万元/.exec(text)?.[1];
    expect(Number(lift)).toBeGreaterThan(255);
    expect(Number(lift)).toBeLessThan(270);
    expect(text).toContain('税收÷用地面积=15万元/亩');
  });

  test('is there in English and as Word', async () => {
    const text = await textOf(enterprise(1), report(1, '?lang=en'));
    expect(text).toContain('isnumber1of10,andisinclassA');
    const { type, bytes } = await get(enterprise(1), report(1, '?format=docx'));
    expect(type).toContain('wordprocessingml');
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('怎样才能提升');
  });

  test('is handed to whom it concerns', async () => {
    expect((await get(enterprise(1), report(2))).status).toBe(404);
    expect((await get(manager(1), report(2))).status).toBe(200);
    expect((await get(manager(2), report(2))).status).toBe(404);
    expect((await get(actor('leader'), report(2))).status).toBe(200);
    expect((await get(actor('data_officer'), report(2))).status).toBe(403);
    expect((await get(undefined, report(2))).status).toBe(401);
    expect((await get(officer, report(2, '?format=exe'))).status).toBe(422);
    expect((await get(officer, report(2), 'other')).status).toBe(404);
  });

  test('leaves an entry in the log', async () => {
    await get(officer, report(3));
    const { rows } = await zone.app.database.pool.query<{ object_id: string }>(
      `select object_id from audit_entry where zone_id = 'home' and action = 'issue_report' order by seq desc limit 1`,
    );
    expect(rows[0]?.object_id).toBe(zone.ids[2]);
  });
});

describe('a code', () => {
  test('leads to what the report says, however it is typed', async () => {
    const code = codeIn(await textOf(officer, report(8)));
    for (const typed of [
      code,
      code.toLowerCase().replaceAll('-', ' '),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ]) {
      const found = (await verify(typed)).as(VerifiedDocument);
      expect(found).toMatchObject({ kind: 'enterprise_report', publication: null });
      expect(found.facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['企业8', 'C', '8/10']));
    }
  });

  test('stays the same as long as the report does, and differs from any other', async () => {
    const [first, again, other, english] = [
      codeIn(await textOf(officer, report(8))),
      codeIn(await textOf(enterprise(8), report(8))),
      codeIn(await textOf(officer, report(7))),
      codeIn(await textOf(officer, report(8, '?lang=en'))),
    ];
    expect(again).toBe(first);
    expect(new Set([first, other, english]).size).toBe(3);
  });

  test('that nothing has, or another zone has, is not found', async () => {
    expect((await verify('0000-0000-0000-0000')).status).toBe(404);
    expect((await verify(codeIn(await textOf(officer, report(8))), 'other')).status).toBe(404);
  });
});

describe('the report of a park', () => {
  const parkReport = (n: number, of = run) => `/runs/${of}/parks/${zone.parks[n - 1] ?? ''}/report`;

  test('compares the park with the zone and names who needs help', async () => {
    const text = await textOf(manager(2), parkReport(2));
    expect(text).toContain('本园区有5家企业列入评价');
    // The second park has two of the five B, both C and the one D; the nearest to help is the eighth.
    expect(text).toContain('等级靠后的企业共3家');
    expect(text).toContain('企业8');
    expect(text).not.toContain('企业2');
  });

  test('is for its own manager only', async () => {
    expect((await get(manager(1), parkReport(2))).status).toBe(404);
    expect((await get(enterprise(6), parkReport(2))).status).toBe(403);
    expect((await get(officer, parkReport(1, past))).status).toBe(200);
  });
});

describe('a published list on paper', () => {
  test('is there for everybody, with its Merkle root, and its code leads back to the list', async () => {
    const list = (await publications()).find(({ run_id: id }) => id === run);
    const text = await textOf(undefined, `/publications/${list?.publication_id}/document`);
    expect(text).toContain('关于2025年度评价结果的公示');
    expect(text).toContain('A类2家、B类5家、C类2家、D类1家');
    expect(text).toContain('5个工作日');
    expect(text).toContain(list?.merkle_root);
    for (let i = 1; i <= 10; i++) expect(text).toContain(`企业${i}`);
    const found = (await verify(codeIn(text))).as(VerifiedDocument);
    expect(found).toMatchObject({ kind: 'publication', replaced: false, publication: list });
  });

  test('that was replaced says so', async () => {
    const [, notice] = (await publications()).filter(({ run_id: id }) => id === past);
    const text = await textOf(undefined, `/publications/${notice?.publication_id}/document`);
    expect((await verify(codeIn(text))).as(VerifiedDocument).replaced).toBe(true);
  });

  test('has the letterhead an officer gave it', async () => {
    const list = (await publications()).find(({ run_id: id }) => id === run);
    const path = `/publications/${list?.publication_id}/letterhead`;
    const before = (await zone.call(undefined, 'GET', path)).as(Letterhead);
    expect(before).toMatchObject({ issuer: '测试开发区', number: null, version: 0 });
    const wanted = {
      ...before,
      issuer: '测试开发区亩均办',
      number: '测亩均办〔2026〕3号',
      contact: '王#强',
      phone: '0571-00000000',
    };
    expect((await zone.call(manager(1), 'PUT', path, wanted)).status).toBe(403);
    const saved = (await zone.call(officer, 'PUT', path, wanted)).as(Letterhead);
    expect(saved).toEqual({ ...wanted, version: 1 });
    expect((await zone.call(officer, 'PUT', path, wanted)).status).toBe(409);
    const text = await textOf(undefined, `/publications/${list?.publication_id}/document`);
    for (const said of ['测试开发区亩均办', '测亩均办〔2026〕3号', '联系人：王#强', '0571-00000000'])
      expect(text).toContain(said);
  });
});

describe('reports for many', () => {
  const ask = async (who: Who, body: object, of = run) =>
    zone.call(who, 'POST', `/runs/${of}/reports`, body) as Promise<{ status: number; body: unknown }>;
  const jobId = ({ body }: { body: unknown }): string => (body as { job_id: string }).job_id;
  const look = async (id: string): Promise<Job> => (await zone.call(officer, 'GET', `/jobs/${id}`)).as(Job);

  test('are one archive with a list of codes', async () => {
    const id = jobId(await ask(officer, { format: 'pdf' }));
    await zone.app.runJobs();
    expect(await look(id)).toMatchObject({
      state: 'done',
      progress: 1,
      error: null,
      result: { reports: 10 },
    });
    const { type, bytes } = await get(officer, `/reports/${id}`);
    expect(type).toBe('application/zip');
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(names).toHaveLength(11);
    expect(names[0]).toMatch(/^00001_企业1_9\w+\.pdf$/);
    const text = pdfPages(files[names[7] ?? ''] ?? new Uint8Array())
      .join('')
      .replace(/\s/g, '');
    expect(text).toContain('评为C类');
    const list = strFromU8(files['目录.csv'] ?? new Uint8Array());
    expect(list.split('\r\n')[8]).toContain(codeIn(text));
  });

  test('of a park are those of the park', async () => {
    const id = jobId(await ask(manager(2), { format: 'docx', class: 'C' }));
    await zone.app.runJobs();
    expect(await look(id)).toMatchObject({ state: 'done', result: { reports: 2 } });
    expect((await get(manager(2), `/reports/${id}`)).status).toBe(200);
    expect((await get(manager(1), `/reports/${id}`)).status).toBe(404);
    expect((await get(enterprise(1), `/reports/${id}`)).status).toBe(403);
  });

  test('are not for who may see less by now than when asking', async () => {
    const id = jobId(await ask(manager(2), { format: 'docx', class: 'D' }));
    const all = jobId(await ask(actor('leader', { userId: 'moved' }), { format: 'docx', class: 'D' }));
    await zone.app.runJobs();
    const moved = { ...manager(2), parkIds: [zone.parks[0] ?? ''] };
    expect((await get(moved, `/reports/${id}`)).status).toBe(404);
    const both = { ...manager(2), parkIds: [...zone.parks] };
    expect((await get(both, `/reports/${id}`)).status).toBe(200);
    expect((await get(actor('leader', { userId: 'moved' }), `/reports/${all}`)).status).toBe(200);
    const demoted = actor('park_manager', { userId: 'moved', parkIds: [zone.parks[0] ?? ''] });
    expect((await get(demoted, `/reports/${all}`)).status).toBe(404);
  });

  test('begin anew after the process died, with the same codes and no leftovers', async () => {
    const id = jobId(await ask(officer, { format: 'docx' }));
    const { pool } = zone.app.database;
    // As it is after a crash in the middle: running, with pieces of a file that nobody finished.
    await pool.query(`update job set state = 'running', attempts = 1 where job_id = $1`, [id]);
    await pool.query(`insert into file_part values ('home', $1, 1, 'half'), ('home', $1, 2, 'a file')`, [id]);
    expect((await get(officer, `/reports/${id}`)).status).toBe(404);
    const kinds = new Map(evaluationJobs.map((kind) => [kind.kind, kind]));
    await runJob(zone.app.services, kinds, { zone: 'home', jobId: id }, (error) =>
      zone.app.errors.push(error),
    );
    expect(await look(id)).toMatchObject({ state: 'done', result: { reports: 10 } });
    const files = unzipSync((await get(officer, `/reports/${id}`)).bytes);
    expect(Object.keys(files)).toHaveLength(11);
    const { rows } = await pool.query(
      `select 1 from document where zone_id = 'home' and kind = 'enterprise_report' and lang = 'zh' group by enterprise_id, run_id having count(*) > 2`,
    );
    expect(rows).toEqual([]);
  });

  test('stop when somebody cancels, and leave nothing', async () => {
    const id = jobId(await ask(officer, { format: 'docx' }));
    const { pool } = zone.app.database;
    const kinds = new Map(
      evaluationJobs.map((kind) => [
        kind.kind,
        jobKind({
          ...kind,
          run: async (job) => {
            await pool.query('update job set cancel_requested = true where job_id = $1', [id]);
            return kind.run(job);
          },
        }),
      ]),
    );
    await runJob(zone.app.services, kinds, { zone: 'home', jobId: id }, (error) =>
      zone.app.errors.push(error),
    );
    expect((await look(id)).state).toBe('cancelled');
    const { rows } = await pool.query('select 1 from file_part where file_id = $1', [id]);
    expect(rows).toEqual([]);
    expect((await get(officer, `/reports/${id}`)).status).toBe(404);
  });

  test('are kept for a week', async () => {
    const { pool } = zone.app.database;
    const old = jobId(await ask(officer, { format: 'docx', class: 'A' }));
    await zone.app.runJobs();
    await pool.query(`update file set created_at = created_at - interval '8 days' where file_id = $1`, [old]);
    const recent = jobId(await ask(officer, { format: 'docx', class: 'D' }));
    await zone.app.runJobs();
    expect((await get(officer, `/reports/${old}`)).status).toBe(404);
    expect((await get(officer, `/reports/${recent}`)).status).toBe(200);
    const { rows } = await pool.query('select 1 from file_part where file_id = $1', [old]);
    expect(rows).toEqual([]);
  });

  test('are found again by whoever asked and by officers, with what was asked for and the archive', async () => {
    const park = zone.parks[1] ?? '';
    const id = jobId(await ask(manager(2), { format: 'docx', lang: 'en', class: 'C', park_id: park }));
    const listed = async (who: Who) =>
      (await zone.call(who, 'GET', '/reports')).as(z.strictObject({ items: z.array(ReportsBatch) })).items;
    const own = { job_id: id, evaluation_id: zone.evaluation, format: 'docx', lang: 'en', class: 'C' };
    expect((await listed(manager(2)))[0]).toMatchObject({
      ...own,
      park_id: park,
      state: 'queued',
      archive: null,
    });
    await zone.app.runJobs();
    const [done] = await listed(officer);
    expect(done).toMatchObject({ ...own, state: 'done', archive: { name: '企业体检报告（2份）.zip' } });
    expect((await get(officer, `/reports/${id}`)).bytes.length).toBe(done?.archive?.bytes);
    expect(await listed(manager(1))).toEqual([]);
    const moved = { ...manager(2), parkIds: [zone.parks[0] ?? ''] };
    expect(await listed(moved)).toEqual([]);
    await zone.app.database.pool.query('delete from file where file_id = $1', [id]);
    expect((await listed(manager(2)))[0]).toMatchObject({ state: 'done', archive: null });
    expect((await zone.call(enterprise(1), 'GET', '/reports')).status).toBe(403);
  });

  test('of nobody are refused', async () => {
    const id = jobId(await ask(officer, { class: 'Z' }));
    await zone.app.runJobs();
    expect(await look(id)).toMatchObject({ state: 'failed', error: { code: 'result_not_found' } });
    expect((await ask(enterprise(1), {})).status).toBe(403);
  });
});

describe('figures that an item hides from the reader', () => {
  test('are told by no report and no explanation', async () => {
    const { pool } = zone.app.database;
    const show = (to: string) =>
      pool.query(`update item set visible_to = $1 where zone_id = 'home' and item_id = 'tax'`, [to]);
    const seen = await textOf(manager(2), report(8));
    expect(seen).toContain('税收150万元');
    await show('{leader}');
    const hidden = await textOf(manager(2), report(8));
    expect(hidden).not.toContain('税收150万元');
    expect(hidden).not.toContain('税收由');
    expect(await textOf(enterprise(8), report(8))).toContain('税收由150万元');
    const explained = await zone.call(manager(2), 'GET', `/runs/${run}/results/${zone.ids[7] ?? ''}`);
    expect(JSON.stringify(explained.body)).not.toContain('"tax":150');
    expect(JSON.stringify(explained.body)).not.toContain('税收 150');
    expect(JSON.stringify(explained.body)).toContain('"land":10');
    await show('{}');
  });
});

describe('rows of documents', () => {
  test('cannot be read below the reach of an office', async () => {
    await get(officer, report(1));
    const caller: Caller = {
      zone: 'home',
      actor: enterprise(1),
      requestId: 't',
      address: '',
      services: zone.app.services,
    };
    const seen = await transact(caller, ({ trx }) =>
      trx.withTables<{ document: { code: string } }>().selectFrom('document').select('code').execute(),
    );
    expect(seen).toEqual([]);
  });
});

describe('many who ask for documents at once', () => {
  test('are told to come back when one address asks for more than it may, and then get theirs', async () => {
    const [list] = await publications();
    const path = `/api/zones/home/publications/${list?.publication_id}/document`;
    const ask = async () => zone.app.app.request(path);
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    const refused = answers.find(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
    expect(refused?.headers.get('retry-after')).toBe('15');
    expect(await refused?.json()).toMatchObject({ title: '您已有4份文件正在生成' });
    expect((await ask()).status).toBe(200);
  });
});
