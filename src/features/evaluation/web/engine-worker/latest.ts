// The newest question wins: one is being answered, at most one waits, and a newer one takes the place of the one that waits.

type Waiting<Input, Output> = {
  readonly input: Input;
  readonly settle: (output: Output | undefined) => void;
  readonly refuse: (error: unknown) => void;
};

/** Undefined for a question that was overtaken before it was asked. */
export function latestWins<Input, Output>(
  ask: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output | undefined> {
  let isBusy = false;
  let waiting: Waiting<Input, Output> | undefined;

  async function answer(next: Waiting<Input, Output>): Promise<void> {
    isBusy = true;
    try {
      next.settle(await ask(next.input));
    } catch (error) {
      next.refuse(error);
    } finally {
      isBusy = false;
      const following = waiting;
      waiting = undefined;
      if (following !== undefined) void answer(following);
    }
  }

  return (input) =>
    new Promise((settle, refuse) => {
      const next = { input, settle, refuse };
      if (!isBusy) void answer(next);
      else {
        waiting?.settle(undefined);
        waiting = next;
      }
    });
}
