// What the server refuses, with everything it found, in a dialogue that has to be read.
import { App } from 'antd';
import { problemOf } from '#web/client/problem.ts';

export function useShowRefusal(): (error: unknown) => void {
  const { modal } = App.useApp();
  return (error) => {
    const { body } = problemOf(error);
    const found = (body.findings ?? []).map(({ message }) => message).join('\n');
    void modal.error({ title: body.title, content: found === '' ? body.detail : found });
  };
}
