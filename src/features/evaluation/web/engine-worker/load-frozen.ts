// Fetches a frozen evaluation of the zone, ready for the engine's worker.
import { api, type Answer, request } from '#web/client/api.ts';
import type { Frozen } from './messages.ts';

export type Kit = Answer<typeof api.evaluation.getEvaluationKit>;

export async function loadFrozen(
  zone: string,
  evaluationId: string,
): Promise<{ readonly kit: Kit; readonly frozen: Frozen }> {
  const kit = await api.evaluation.getEvaluationKit({ zone, evaluation_id: evaluationId });
  const file = async (name: string): Promise<ArrayBuffer> =>
    (await request(`/zones/${zone}/evaluations/${evaluationId}/${name}`)).arrayBuffer();
  const [dataset, previous] = await Promise.all([
    file('dataset'),
    kit.dataset.previous ? file('dataset/previous') : null,
  ]);
  const { parameters, overrides, scheme } = kit;
  return { kit, frozen: { dataset, previous, scheme: scheme.text, parameters, overrides } };
}
