// The records of one case beside one another, their differences marked; one is kept, the others can be merged into it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import type { Enterprise } from '#capabilities/registry/contract/enterprises.ts';
import { divisionOf } from '#core/industry.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useWords } from '#web/words/words.ts';
import { useParks } from '../enterprises/enterprises-query.ts';
import { ENTERPRISES } from '../enterprises/enterprises-words.ts';
import { FORM } from '../enterprises/form-words.ts';
import { comparedRows, type Suspects } from './compare.ts';
import { DUPLICATES } from './duplicates-words.ts';
import './duplicates.css';
import { TellApart } from './TellApart.tsx';

type Props = { readonly suspects: Suspects; readonly onDone: () => void };

export function SideBySide({ suspects, onDone }: Props) {
  const zone = useZone();
  const query = useQuery({
    queryKey: ['suspects', zone, suspects.id],
    queryFn: () =>
      Promise.all(
        suspects.enterprises.map(({ enterprise_id }) => api.registry.getEnterprise({ zone, enterprise_id })),
      ),
  });
  return (
    <Loaded query={query}>
      {(records) => (
        <>
          <Compared records={records} onMerged={onDone} />
          <TellApart suspects={suspects} onDone={onDone} />
        </>
      )}
    </Loaded>
  );
}

type ComparedProps = { readonly records: readonly Enterprise[]; readonly onMerged: () => void };

function Compared({ records, onMerged }: ComparedProps) {
  const t = useWords(DUPLICATES);
  const zone = useZone();
  const { message } = App.useApp();
  const [keep, setKeep] = useState(records.find(({ status }) => status === 'active') ?? records[0]);
  const [merging, setMerging] = useState<Enterprise>();
  const rows = comparedRows(records, useFields());
  const merge = useMutation({
    mutationFn: ({ kept, merged, reason }: { kept: Enterprise; merged: Enterprise; reason: string }) =>
      api.registry.mergeEnterprises({
        zone,
        enterprise_id: kept.enterprise_id,
        merge_id: merged.enterprise_id,
        reason,
      }),
    onSuccess: (_, { kept, merged }) => {
      void message.success(t.done(merged.name, kept.name));
      onMerged();
    },
  });
  return (
    <div className="mj-duplicates">
      <p>{t.differences(count(rows.filter(({ differs }) => differs).length))}</p>
      <div className="mj-steps">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              {records.map((one) => (
                <th key={one.enterprise_id} scope="col">
                  <Radio
                    name="kept"
                    checked={one.enterprise_id === keep?.enterprise_id}
                    onChange={() => setKeep(one)}
                  >
                    {t.keep}
                  </Radio>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, values, differs }) => (
              <tr key={title} data-differs={differs}>
                <th scope="row">
                  {title}
                  {differs && <span className="mj-differs">{t.differs}</span>}
                </th>
                {values.map((value, i) => (
                  <td key={records[i]?.enterprise_id}>{value === '' ? '—' : value}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {records.map((one) => (
                <td key={one.enterprise_id}>
                  <div className="mj-head-actions">
                    {one.enterprise_id === keep?.enterprise_id ? (
                      <span className="meta">{t.kept}</span>
                    ) : (
                      <Button onClick={() => setMerging(one)}>{t.merge}</Button>
                    )}
                    <Link to={`/z/${zone}/enterprises/${one.enterprise_id}`}>{t.open}</Link>
                  </div>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {keep !== undefined && merging !== undefined && (
        <ReasonDialog
          open
          danger
          title={t.mergeTitle(merging.name, keep.name)}
          suggestions={[t.sameFirm, t.renamed]}
          onClose={() => setMerging(undefined)}
          onConfirm={(reason) => merge.mutateAsync({ kept: keep, merged: merging, reason })}
        >
          <p>{t.consequences}</p>
        </ReasonDialog>
      )}
    </div>
  );
}

function useFields() {
  const t = useWords(ENTERPRISES);
  const form = useWords(FORM);
  const { lang } = usePreferences();
  const parks = new Map(useParks().data?.items.map(({ park_id, name }) => [park_id, name]));
  const accounts = (numbers: readonly string[] | undefined) => numbers?.join('、') ?? null;
  return [
    [t.name, ({ name }: Enterprise) => name],
    [t.creditCode, ({ credit_code }: Enterprise) => credit_code],
    [t.status, ({ status }: Enterprise) => t[status]],
    [t.park, ({ park_id }: Enterprise) => parks.get(park_id ?? '') ?? null],
    [
      t.industry,
      ({ industry_code: code }: Enterprise) =>
        code === null ? null : `${code} ${divisionOf(code)?.[lang] ?? ''}`.trim(),
    ],
    [t.scale, ({ scale }: Enterprise) => (scale === null ? null : t[scale])],
    [t.tags, ({ tags }: Enterprise) => tags.join('、')],
    [t.address, ({ address }: Enterprise) => address],
    [form.power, ({ utility_accounts: of }: Enterprise) => accounts(of.power)],
    [form.water, ({ utility_accounts: of }: Enterprise) => accounts(of.water)],
    [form.gas, ({ utility_accounts: of }: Enterprise) => accounts(of.gas)],
  ] as const;
}
