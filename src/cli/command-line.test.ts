import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf, runCommandLine } from './command-line.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mujun-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SCHEME = `
scheme: county
version: 1
title: { zh: 某县2024年度评价, en: A county 2024 }
parameters:
  cap: { zh: 封顶, value: 1.5 }
inputs:
  tax: { zh: 税收, unit: 万元, aliases: [实缴税金] }
  land: { zh: 用地面积, unit: 亩, min: 0, exclusive: true }
  size: { zh: 规模, type: category }
indicators:
  tax_per_mu: { zh: 亩均税收, en: tax per mu, value: tax / land, unit: 万元/亩, weight: 100, score: { ratio: 10, cap: cap } }
classes:
  pool: size
  quotas: { A: 50%, B: 50% }
`;
const ROWS = [
  '企业名称,实缴税金(万元),用地面积（亩）,规模',
  '甲厂,200,10,规上',
  '乙厂,50,10,规上',
  '丙厂,30,10,规下',
  '丁厂,90,10,规下',
];

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, {
    lang: languageOf(argv),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    progress: () => undefined,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const scheme = (): string => file('county.yaml', SCHEME);
const data = (): string => file('firms.csv', ROWS.join('\n'));

describe('evaluate', () => {
  test('shows the answer, then a table with the best first', async () => {
    const { code, out, err } = await run('evaluate', '--scheme', scheme(), '--data', data());
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe('某县2024年度评价：共 4 个，参加排名 4 个；A 2（50.0%）、B 2（50.0%）');
    expect(lines[2]).toMatch(/^总排名\s+编号\s+综合得分\s+等级/);
    expect(lines[4]).toMatch(/^\s*1\s+甲厂\s+150\.00\s+A/);
  });

  test('in English', async () => {
    const { out } = await run('evaluate', '--scheme', scheme(), '--data', data(), '--lang', 'en');
    expect(out.split('\n')[0]).toBe('A county 2024: 4 subjects, 4 ranked; A 2 (50.0%), B 2 (50.0%)');
  });

  test('writes a row per subject in the order of the data', async () => {
    const out = join(folder, 'result.csv');
    const { code } = await run('evaluate', '-s', scheme(), '-d', data(), '-o', out);
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(
      [
        '\ufeffid,size,tax_per_mu.value,tax_per_mu.score,score,rank,pool_rank,class,reasons',
        '甲厂,规上,20,150,150,1,1,A,',
        '乙厂,规上,5,50,50,3,2,B,',
        '丙厂,规下,3,30,30,4,2,B,',
        '丁厂,规下,9,90,90,2,1,A,',
        '',
      ].join('\n'),
    );
  });

  test('takes chosen columns, renamed, with fixed decimals', async () => {
    const out = join(folder, 'chosen.csv');
    await run(
      'evaluate',
      '-s',
      scheme(),
      '-d',
      data(),
      '-o',
      out,
      '--columns',
      'id, score as 得分, class',
      '--decimals',
      '2',
    );
    expect(readFileSync(out, 'utf8').split('\n').slice(0, 2)).toEqual([
      '\ufeffid,得分,class',
      '甲厂,150.00,A',
    ]);
  });

  test('an id cannot move the cursor of the terminal', async () => {
    const odd = file('odd.csv', [...ROWS, '戊\u001b[31m厂,1,10,规上'].join('\n'));
    const { out } = await run('evaluate', '-s', scheme(), '-d', odd);
    expect(out).toContain('戊 [31m厂');
    expect(out).not.toContain('\u001b');
  });

  test('gives JSON with the identity of the run', async () => {
    const { out } = await run('evaluate', '-s', scheme(), '-d', data(), '--json');
    const result = JSON.parse(out) as {
      run: string;
      classes: unknown;
      rows: { id: string; score: number }[];
    };
    expect(result.run).toMatch(/^[0-9a-f]{64}$/);
    expect(result.classes).toEqual({ A: 2, B: 2 });
    expect(result.rows[0]).toMatchObject({ id: '甲厂', score: 150, class: 'A' });
  });

  test('another value for a parameter', async () => {
    const { out } = await run('evaluate', '-s', scheme(), '-d', data(), '--set', 'cap=2', '--json');
    expect(out).toContain('"score":200');
  });

  test('a manual change with its reason', async () => {
    const overrides = file('changes.csv', 'id,class,reason\n乙厂,A,申诉成立\n');
    const { out } = await run('evaluate', '-s', scheme(), '-d', data(), '--overrides', overrides, '--json');
    const { rows } = JSON.parse(out) as { rows: { id: string; class: string; reasons: string }[] };
    expect(rows[1]).toMatchObject({ id: '乙厂', class: 'A', reasons: '人工调档：申诉成立' });
  });

  test('an existing result stays as it was when the run fails, and nothing is left beside it', async () => {
    const out = file('kept.csv', '旧结果');
    const bad = file('bad.csv', [...ROWS, '戊厂,1,-5,规上'].join('\n'));
    const { code, err } = await run('evaluate', '-s', scheme(), '-d', bad, '-o', out);
    expect(code).toBe(1);
    expect(err).toContain('第 6 行 “用地面积”列 — “戊厂”的“用地面积”为 -5，应 > 0');
    expect(readFileSync(out, 'utf8')).toBe('旧结果');
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('bad input', () => {
  const failing = async (...rows: string[]): Promise<string> => {
    const { code, err } = await run('evaluate', '-s', scheme(), '-d', file('failing.csv', rows.join('\n')));
    expect(code).toBe(1);
    return err;
  };

  test('a missing column', async () => {
    expect(await failing('企业名称,实缴税金,规模', '甲厂,1,规上')).toContain('缺少列“用地面积”（land）');
  });

  test('text in a number column', async () => {
    const err = await failing(ROWS[0] as string, '甲厂,很多,10,规上');
    expect(err).toContain('第 2 行');
    expect(err).toContain('很多');
  });

  test('a duplicate id', async () => {
    expect(await failing(...ROWS, '甲厂,1,1,规上')).toContain(
      '第 6 行 “id”列 — “甲厂”重复出现，首次在第 2 行',
    );
  });

  test('a unit that does not fit', async () => {
    expect(await failing('企业名称,实缴税金,用地面积(吨),规模', '甲厂,1,1,规上')).toContain(
      '列“用地面积”的单位是 吨，无法换算为 亩',
    );
  });

  test('an empty file, and a file of headers only', async () => {
    expect(await failing('')).not.toBe('');
    expect(await failing(ROWS[0] as string)).not.toBe('');
  });

  test('a file that is not there', async () => {
    const { code, err } = await run('evaluate', '-s', scheme(), '-d', join(folder, 'nowhere.csv'));
    expect(code).toBe(1);
    expect(err).toContain('nowhere.csv');
  });

  test('a GBK file is read and said', async () => {
    // 企业名称,实缴税金,用地面积,规模 / 甲厂,200,10,规上, in GBK.
    const gbk = Buffer.from(
      'c6f3d2b5c3fbb3c62ccab5bdc9cbb0bdf02cd3c3b5d8c3e6' +
        'bbfd2cb9e6c4a30abcd7b3a72c3230302c31302cb9e6c9cf0a',
      'hex',
    );
    const { code, out } = await run('evaluate', '-s', scheme(), '-d', file('gbk.csv', gbk), '--json');
    expect(code).toBe(0);
    expect(out).toContain('"id":"甲厂"');
  });

  test('a scheme with faults names file, line and key, all at once', async () => {
    const broken = file(
      'broken.yaml',
      SCHEME.replace('tax / land', 'tex / land').replace('B: 50%', 'B: 40%'),
    );
    const { code, err } = await run('check', '--scheme', broken);
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.yaml:12:\d+ indicators\.tax_per_mu\.value — .*tex/);
    expect(err).toContain('各类比例合计为 90%，应为 100%');
  });

  test('a hostile formula is refused in words', async () => {
    for (const formula of [
      'constructor',
      '__proto__',
      'tax.constructor("return process")()',
      '('.repeat(50_000),
      'x'.repeat(5000),
    ]) {
      const { code, err } = await run(
        'check',
        '--scheme',
        file('hostile.yaml', SCHEME.replace('tax / land', formula)),
      );
      expect([code, err.length > 0]).toEqual([1, true]);
    }
  });
});

describe('wrong use', () => {
  test('is told with the way out, and exits with 2', async () => {
    expect(await run('evaluat')).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有命令“evaluat”') as string,
    });
    expect(await run('evaluate', '--data', 'x.csv')).toMatchObject({
      code: 2,
      err: expect.stringContaining('缺少选项 --scheme') as string,
    });
    expect(await run('evaluate', '--bogus')).toMatchObject({ code: 2 });
    expect(await run('evaluate', '-s', 'nowhere', '-d', data())).toMatchObject({
      code: 2,
      err: expect.stringContaining('找不到方案“nowhere”') as string,
    });
    expect(await run('evaluate', '-s', scheme(), '-d', data(), '--set', 'cap')).toMatchObject({ code: 2 });
    expect(await run('evaluate', '-s', scheme(), '-d', data(), '--top', 'many')).toMatchObject({ code: 2 });
  });

  test('a scheme that is a folder, or not UTF-8', async () => {
    const folderName = join(folder, 'folder.yaml');
    mkdirSync(folderName);
    expect(await run('check', '-s', folderName)).toMatchObject({ code: 2 });
    const gbk = file('gbk.yaml', Buffer.from('7363686d653a20b2e2cad40a', 'hex'));
    expect(await run('check', '-s', gbk)).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是 UTF-8 编码') as string,
    });
  });

  test('a table of very many rows is still shown', async () => {
    const { renderTable } = await import('./console-table.ts');
    const cells = Array.from({ length: 200_000 }, () => '甲');
    expect(renderTable([{ header: 'x', right: false, cells }]).split('\n')).toHaveLength(200_002);
  });

  test('a language that there is not', async () => {
    expect(await run('evaluate', '-s', scheme(), '-d', data(), '--lang', 'fr')).toMatchObject({ code: 2 });
  });

  test('the output may not be the input', async () => {
    const input = data();
    expect(await run('evaluate', '-s', scheme(), '-d', input, '-o', input)).toMatchObject({ code: 2 });
    expect(readFileSync(input, 'utf8')).toBe(ROWS.join('\n'));
  });

  test('a column that the result does not have', async () => {
    const out = join(folder, 'none.csv');
    const { code, err } = await run(
      'evaluate',
      '-s',
      scheme(),
      '-d',
      data(),
      '-o',
      out,
      '--columns',
      'id,scores',
    );
    expect(code).toBe(2);
    expect(err).toContain('结果中没有列“scores”');
    expect(existsSync(out)).toBe(false);
  });

  test('help is there for all commands and for each', async () => {
    expect((await run('--help')).out).toContain('robustness');
    expect((await run('evaluate', '--help')).out).toContain('--previous FILE');
    expect(await run()).toMatchObject({ code: 2 });
  });
});

describe('other commands', () => {
  test('explain gives parts that a reader can add up', async () => {
    const { code, out } = await run('explain', '-s', scheme(), '-d', data(), '乙厂');
    expect(code).toBe(0);
    expect(out).toContain('÷ 基准值 10，得 0.5，权重 100，计 50.0000 分');
    expect(out).toContain('在“规上”组 2 家中列第 2 位');
  });

  test('explain helps with an id that is not quite right', async () => {
    const { code, err } = await run('explain', '-s', scheme(), '-d', data(), '乙');
    expect(code).toBe(1);
    expect(err).toContain('相近的有：乙厂');
  });

  test('compare says who moved and why', async () => {
    const later = file('later.csv', ROWS.join('\n').replace('乙厂,50', '乙厂,500'));
    const { code, out } = await run('compare', '-s', scheme(), '-d', later, '--with-data', data());
    expect(code).toBe(0);
    expect(out).toContain('等级不变 2 个，升 1 个，降 1 个');
    expect(out).toMatch(/乙厂\s+B → A\s+3 → 1\s+\+100\.00\s+亩均税收 \+100\.00/);
  });

  test('convert keeps every value through every format', async () => {
    for (const ending of ['csv', 'json', 'arrow', 'xlsx']) {
      const out = join(folder, `converted.${ending}`);
      expect(await run('convert', '-s', scheme(), '-d', data(), '-o', out)).toMatchObject({ code: 0 });
      const { code, out: json } = await run('evaluate', '-s', scheme(), '-d', out, '--json');
      expect([ending, code]).toEqual([ending, 0]);
      const { rows } = JSON.parse(json) as { rows: { id: string; score: number }[] };
      expect(rows.map(({ id, score }) => `${id} ${score}`)).toEqual([
        '甲厂 150',
        '乙厂 50',
        '丙厂 30',
        '丁厂 90',
      ]);
    }
  });

  test('schemes are listed with their documents, and shown', async () => {
    expect((await run('schemes')).out).toMatch(/huaian-2024\s+淮安市2024年/);
    expect((await run('schemes', 'show', 'huaian-2024')).out).toContain('scheme: huaian-2024');
  });

  test('schema is JSON Schema', async () => {
    expect(JSON.parse((await run('schema')).out)).toMatchObject({
      type: 'object',
      properties: { indicators: {} },
    });
  });

  test('robustness is the same for the same seed', async () => {
    const argv = [
      'robustness',
      '-s',
      scheme(),
      '-d',
      data(),
      '--weights',
      '10%',
      '--figures',
      '20%',
      '--draws',
      '200',
      '--json',
    ];
    const [a, b] = [await run(...argv), await run(...argv)];
    expect(a.code).toBe(0);
    expect(a.out).toBe(b.out);
  });
});

describe('what must not happen', () => {
  test('a result does not take the place of an input, by whatever name', async () => {
    const input = data();
    const link = join(folder, 'link.csv');
    symlinkSync(input, link);
    for (const argv of [
      ['evaluate', '-o', link],
      ['robustness', '--figures', '5%', '-o', input],
      ['compare', '--with-set', 'cap=2', '-o', input],
      ['convert', '-o', link],
    ]) {
      const { code, err } = await run(...argv, '-s', scheme(), '-d', input);
      expect([argv[0], code, err.includes('输出文件不能与输入文件相同')]).toEqual([argv[0], 2, true]);
    }
    expect(readFileSync(input, 'utf8')).toBe(ROWS.join('\n'));
  });

  test('odd numbers are refused before any work', async () => {
    for (const odd of [
      ['--decimals', '101'],
      ['--decimals', 'abc'],
      ['--top', '1.5'],
      ['--top', '5%'],
    ]) {
      const { code, err } = await run('evaluate', '-s', scheme(), '-d', data(), ...odd);
      expect([odd, code, err.includes('整数')]).toEqual([odd, 2, true]);
    }
  });

  test('robustness without a spread says so', async () => {
    const { code, err } = await run('robustness', '-s', scheme(), '-d', data());
    expect([code, err.includes('没有写明误差')]).toEqual([2, true]);
  });
});
