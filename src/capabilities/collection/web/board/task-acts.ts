// What can be done with tasks: remind, send back, hand in, close. Each tells in words how it went.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { count } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';

type Versioned = { readonly task_id: string; readonly version: number };

export function useTaskActs() {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const { message } = App.useApp();
  const onError = (error: unknown): void => void message.error(problemOf(error).message);
  const remind = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      let told = 0;
      for (const task_id of ids) told += (await api.collection.remindTask({ zone, task_id })).notified;
      return told;
    },
    onSuccess: (told) => void message.success(t.reminded(count(told))),
    onError,
  });
  const submit = useMutation({
    mutationFn: ({ task_id, version }: Versioned) => api.collection.submitTask({ zone, task_id, version }),
    onSuccess: () => void message.success(t.submitted),
    onError,
  });
  const close = useMutation({
    mutationFn: ({ campaign_id, version }: { readonly campaign_id: string; readonly version: number }) =>
      api.collection.closeCampaign({ zone, campaign_id, version }),
    onError,
  });
  const sendBack = useMutation({
    mutationFn: ({ task_id, version, reason }: Versioned & { readonly reason: string }) =>
      api.collection.returnTask({ zone, task_id, version, reason }),
  });
  return { remind, submit, close, sendBack };
}
