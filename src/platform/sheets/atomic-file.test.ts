import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#core/app-error.ts';
import { describeFinding } from '#engine/messages.ts';
import { writeAtomically } from './atomic-file.ts';
import { SHEET_MESSAGES } from './messages.ts';
import { inFolder } from './sheet-kit.ts';

const failing = (fd: number): void => {
  writeFileSync(fd, 'half');
  throw new AppError('file_too_large');
};

async function failure(promise: Promise<void>): Promise<AppError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error('did not fail as expected', { cause: error });
}

test('a file is replaced when all of it is written', async () => {
  await inFolder(async (folder) => {
    const file = path.join(folder, '结果.csv');
    writeFileSync(file, 'old');
    await writeAtomically(file, (fd) => {
      writeFileSync(fd, 'new');
      expect(readFileSync(file, 'utf8')).toBe('old');
    });
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['结果.csv']);
  });
});

test('what fails leaves the old file and nothing else', async () => {
  await inFolder(async (folder) => {
    const file = path.join(folder, 'a.csv');
    writeFileSync(file, 'old');
    await expect(writeAtomically(file, failing)).rejects.toThrow('file_too_large');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });
});

test('a link stays a link', async () => {
  await inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'real.csv'), 'old');
    symlinkSync('real.csv', path.join(folder, 'link.csv'));
    await writeAtomically(path.join(folder, 'link.csv'), (fd) => {
      writeFileSync(fd, 'new');
    });
    expect(lstatSync(path.join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(folder, 'real.csv'), 'utf8')).toBe('new');
  });
});

test('where nothing can be written, the error says so', async () => {
  await inFolder(async (folder) => {
    const file = path.join(folder, 'none', 'a.csv');
    const { code, params } = await failure(writeAtomically(file, failing));
    const told = (lang: 'zh' | 'en'): unknown => describeFinding({ code, params }, lang, SHEET_MESSAGES);
    expect(told('zh')).toEqual({
      message: `无法写入“${file}”：ENOENT: no such file or directory`,
      hint: '请确认目录存在、有写入权限，且文件未被打开',
    });
    expect(told('en')).toEqual({
      message: `Cannot write "${file}": ENOENT: no such file or directory`,
      hint: 'Check that the folder exists, that you may write there, and that the file is not open',
    });
  });
});

test.each([
  ['below a file', ['file', 'a.csv'], 'ENOTDIR'],
  ['with a name that is too long', [`${'n'.repeat(260)}.csv`], 'ENAMETOOLONG'],
])('a place %s is refused in words', async (_, parts, reason) => {
  await inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'file'), '');
    const { code, params } = await failure(writeAtomically(path.join(folder, ...parts), failing));
    expect(code).toBe('file_not_written');
    expect(params.reason).toContain(reason);
  });
});
