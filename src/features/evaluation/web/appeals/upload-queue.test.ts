import { expect, test } from 'vitest';
import { uploadQueue } from './upload-queue.ts';

/** The server, which refuses what is on the list. */
function server(refused: Set<string>) {
  const taken: string[] = [];
  const queue = uploadQueue(
    async (path, file) => {
      await Promise.resolve();
      if (refused.has(file.name)) throw new Error(`${file.name} refused`);
      taken.push(`${path} ${file.name}`);
    },
    () => {},
  );
  const isBusy = (): boolean =>
    ['a', 'b'].some((path) => queue.of(path).some(({ state }) => state !== 'failed'));
  const settled = async (): Promise<void> => {
    while (isBusy()) await Promise.resolve();
  };
  return { queue, taken, settled };
}

const file = (name: string): File => new File(['x'], name);

test('files are sent in order; one that is refused stays with its reason, the others go on', async () => {
  const { queue, taken, settled } = server(new Set(['2.pdf']));
  queue.add('a', [file('1.pdf'), file('2.pdf')]);
  queue.add('b', [file('3.pdf')]);
  await settled();
  expect(taken).toEqual(['a 1.pdf', 'b 3.pdf']);
  expect(queue.of('a')).toMatchObject([{ state: 'failed', error: new Error('2.pdf refused') }]);
  expect(queue.of('b')).toEqual([]);
});

test('what failed can be sent again, or be left', async () => {
  const refused = new Set(['1.pdf', '2.pdf']);
  const { queue, taken, settled } = server(refused);
  queue.add('a', [file('1.pdf'), file('2.pdf')]);
  await settled();
  const [first, second] = queue.of('a');
  refused.delete('1.pdf');
  queue.retry('a', first?.id ?? 0);
  await settled();
  expect(taken).toEqual(['a 1.pdf']);
  queue.drop('a', second?.id ?? 0);
  expect(queue.of('a')).toEqual([]);
});
