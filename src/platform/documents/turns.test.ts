import { describe, expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that lasts until it is told to end. */
function lasting() {
  const ended = new EventTarget();
  const work = () =>
    new Promise<string>((resolve, reject) => {
      ended.addEventListener('end', () => resolve('made'));
      ended.addEventListener('fail', () => reject(new Error('no font')));
    });
  const tell = (what: string) => () => void ended.dispatchEvent(new Event(what));
  return { work, end: tell('end'), fail: tell('fail') };
}

describe('turns for documents', () => {
  test('are so many for one who asks, and others still get theirs', async () => {
    const turns = createTurns({ inAll: 10, each: 2 });
    const [first, second, other] = [lasting(), lasting(), lasting()];
    const made = [turns.take('a', first.work), turns.take('a', second.work)];
    await expect(turns.take('a', lasting().work)).rejects.toMatchObject({ code: 'too_many_documents' });
    made.push(turns.take('b', other.work));
    for (const { end } of [first, second, other]) end();
    expect(await Promise.all(made)).toEqual(['made', 'made', 'made']);
  });

  test('are so many in all, and nothing is begun for whom there is none', async () => {
    const turns = createTurns({ inAll: 2, each: 2 });
    const [first, second] = [lasting(), lasting()];
    const made = [turns.take('a', first.work), turns.take('b', second.work)];
    let isBegun = false;
    const third = turns.take('c', async () => {
      isBegun = true;
      return 'made';
    });
    await expect(third).rejects.toMatchObject({ code: 'documents_busy', params: { seconds: 15 } });
    expect(isBegun).toBe(false);
    first.end();
    second.end();
    await Promise.all(made);
  });

  test('come back when a document is made, and when it cannot be made', async () => {
    const turns = createTurns({ inAll: 1, each: 1 });
    const broken = lasting();
    const failed = turns.take('a', broken.work);
    broken.fail();
    await expect(failed).rejects.toThrow('no font');
    for (const who of ['a', 'b', 'a']) expect(await turns.take(who, async () => 'made')).toBe('made');
  });
});
