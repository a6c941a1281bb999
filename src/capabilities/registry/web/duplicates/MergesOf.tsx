// What became part of an enterprise, or what it became part of; a merge by mistake is taken back here.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { EnterpriseMerge } from '#capabilities/registry/contract/merges.ts';
import { api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { count, moment } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { DUPLICATES } from './duplicates-words.ts';

export function MergesOf({ enterpriseId }: { readonly enterpriseId: string }) {
  const t = useWords(DUPLICATES);
  const zone = useZone();
  const role = useRole();
  const { message } = App.useApp();
  const [undoing, setUndoing] = useState<EnterpriseMerge>();
  const merges = useQuery({
    queryKey: ['merges', zone, enterpriseId],
    queryFn: () => api.registry.listMerges({ zone, enterprise_id: enterpriseId }),
    enabled: role === 'evaluation_officer' || role === 'leader',
  }).data?.items;
  const undo = useMutation({
    mutationFn: ({ merge_id, reason }: { merge_id: string; reason: string }) =>
      api.registry.undoMerge({ zone, merge_id, reason }),
    onSuccess: ({ restored, left }) => void message.success(t.undoDone(count(restored), count(left))),
  });
  if (merges === undefined || merges.length === 0) return null;
  return (
    <Section title={t.merges}>
      <ul className="mj-lines">
        {merges.map((merge) => (
          <li key={merge.merge_id}>
            <span className="meta">{moment(merge.merged_at)}</span>
            <strong>{merge.kept_id === enterpriseId ? t.took(merge.merged_name) : t.becamePart}</strong>
            <span>{merge.reason}</span>
            <span className="meta">{wentOver(merge, t)}</span>
            {merge.undone_at === null ? (
              role === 'evaluation_officer' && (
                <Button size="small" onClick={() => setUndoing(merge)}>
                  {t.undo}
                </Button>
              )
            ) : (
              <StatusTag tone="plain">{`${t.undone} ${merge.undone_reason ?? ''}`}</StatusTag>
            )}
          </li>
        ))}
      </ul>
      {undoing !== undefined && (
        <ReasonDialog
          open
          title={t.undo}
          onClose={() => setUndoing(undefined)}
          onConfirm={(reason) => undo.mutateAsync({ merge_id: undoing.merge_id, reason })}
        >
          <p>{t.undoHint}</p>
        </ReasonDialog>
      )}
    </Section>
  );
}

function wentOver(
  { occupancies, parcels, figures, members }: EnterpriseMerge,
  t: ReturnType<typeof useWords<typeof DUPLICATES>>,
): string {
  const items = figures.reduce((sum, one) => sum + Object.keys(one.figures).length, 0);
  return t.wentOver(count(occupancies + parcels), count(items), count(members));
}
