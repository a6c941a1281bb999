// A line of askers: whoever comes next waits until the one before has its answer, so that many do not take all the memory.

/** A line of its own. */
export function line(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // Whoever comes next waits for this one, however it ends.
    last = mine.catch(() => {});
    return mine;
  };
}
