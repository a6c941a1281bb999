// One enterprise out of the register, looked up while somebody types.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { useSearch } from '#web/client/use-search.ts';

type Props = {
  readonly id?: string;
  readonly label?: string;
  readonly width?: number | string;
  readonly value?: string | undefined;
  readonly onChange?: (enterpriseId: string | undefined) => void;
};

export function EnterpriseSelect({ id, label, width = '100%', value, onChange }: Props) {
  const zone = useZone();
  const [typed, setTyped] = useState('');
  const { asked, hits } = useSearch(typed);
  const chosen = useQuery({
    queryKey: ['enterprise', zone, value],
    queryFn: () => api.registry.getEnterprise({ zone, enterprise_id: value ?? '' }),
    enabled: value !== undefined,
  }).data;
  const known = [
    ...(asked === '' ? [] : (hits.data?.enterprises ?? [])),
    ...(chosen === undefined ? [] : [chosen]),
  ];
  const options = new Map(known.map(({ enterprise_id, name }) => [enterprise_id, name]));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label, placeholder: label })}
      style={{ width }}
      allowClear
      // The server has done the looking up.
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      options={[...options].map(([enterprise, name]) => ({ value: enterprise, label: name }))}
      onChange={(enterprise: string | null | undefined) => onChange?.(enterprise ?? undefined)}
    />
  );
}
