// Saving the draft: always as a new version, because versions never change.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Tooltip } from 'antd';
import { hasErrors } from '#core/diagnostic.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { count } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Studio } from './model/use-studio.ts';
import { STUDIO } from './studio-words.ts';
import type { SavedScheme } from './StudioPage.tsx';
import { useShowRefusal } from './use-show-refusal.ts';

type Props = { readonly saved: SavedScheme; readonly studio: Studio };

export function SaveActs({ saved, studio }: Props) {
  const t = useWords(STUDIO);
  const zone = useZone();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const showRefusal = useShowRefusal();
  const { scheme_id } = saved;
  const { draft, isChanged, text, discard } = studio;
  const save = useMutation({
    mutationFn: () => api.evaluation.createScheme({ zone, scheme_id, text }),
    onSuccess: ({ version }) => {
      discard();
      void message.success(t.saved(count(version)));
      void navigate({ to: `/z/${zone}/schemes/${scheme_id}/${version}`, search: (old: object) => old });
    },
    onError: showRefusal,
  });
  const canSave = isChanged && draft.text === text && !hasErrors(draft.findings);
  return (
    <Tooltip title={isChanged && !canSave ? t.saveHint : undefined}>
      <BusyButton type="primary" disabled={!canSave} busy={save.isPending} onClick={() => save.mutate()}>
        {t.save}
      </BusyButton>
    </Tooltip>
  );
}
