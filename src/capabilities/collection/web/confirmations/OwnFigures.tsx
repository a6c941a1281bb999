// The figures of an enterprise's own year: which of its enterprises, whether it is asked to confirm, and what it said.
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { api } from '#web/client/api.ts';
import { useMe, usePeriod } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { usePhone } from '#web/ui/use-phone.ts';
import { useWords } from '#web/words/words.ts';
import '../shared/collection.css';
import { COLLECTION } from '../shared/collection-words.ts';
import { confirmStage } from './confirm-stage.ts';
import { OwnSheet } from './OwnSheet.tsx';

export function OwnFigures() {
  const zone = useZone();
  const period = usePeriod() ?? '';
  const own = useMe().data?.enterprise_ids ?? [];
  const { filters } = useFilters();
  const enterprise = own.find((id) => id === filters['enterprise']) ?? own[0];
  const query = useQuery({
    queryKey: ['own figures', zone, period, enterprise],
    queryFn: async () => {
      const where = { zone, period_id: period, enterprise_id: enterprise ?? '' };
      const [sheet, said, record, evaluations] = await Promise.all([
        api.collection.getFigures(where),
        api.collection.listConfirmations({ zone, period_id: period, limit: 500 }),
        api.registry.getEnterprise(where),
        api.evaluation.listEvaluations({ zone }),
      ]);
      return {
        sheet,
        said: said.items.find(({ enterprise_id }) => enterprise_id === enterprise)?.said ?? null,
        stage: confirmStage(evaluations.items, period, record.scale),
      };
    },
    enabled: enterprise !== undefined && period !== '',
  });
  return (
    <>
      {own.length > 1 && <ChooseEnterprise ids={own} chosen={enterprise ?? ''} />}
      <Loaded query={query} rows={8}>
        {({ sheet, said, stage }) => (
          <OwnSheet
            key={`${sheet.enterprise_id} ${sheet.period_id} ${sheet.version}`}
            {...{ sheet, said, stage }}
          />
        )}
      </Loaded>
    </>
  );
}

type ChooseProps = { readonly ids: readonly string[]; readonly chosen: string };

/** Side by side where there is room, else as a list. */
function ChooseEnterprise({ ids, chosen }: ChooseProps) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const phone = usePhone();
  const { set } = useFilters();
  const names = useQuery({
    queryKey: ['own enterprises', zone, ids],
    // Nobody else's enterprises exist for the reader.
    queryFn: () => api.registry.listEnterprises({ zone, limit: 500 }),
  });
  const options = (names.data?.items ?? []).map(({ enterprise_id, name }) => ({
    value: enterprise_id,
    label: name,
  }));
  const props = { options, value: chosen, onChange: (next: string) => set({ enterprise: next }) };
  if (names.data === undefined) return null;
  return phone || ids.length > 4 ? (
    <Select aria-label={t.enterprise} style={{ width: '100%', maxWidth: 420 }} {...props} />
  ) : (
    <div>
      <Segmented aria-label={t.enterprise} {...props} />
    </div>
  );
}
