// A button that opens the record of an enterprise for a change; only for those who may, and never for a merged record.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { useWords } from '#web/words/words.ts';
import { EnterpriseDrawer } from './EnterpriseDrawer.tsx';
import { FORM } from './form-words.ts';

export function ChangeEnterprise({ enterpriseId }: { readonly enterpriseId: string }) {
  const t = useWords(FORM);
  const zone = useZone();
  const officer = useRole() === 'evaluation_officer';
  const [open, setOpen] = useState(false);
  const record = useQuery({
    queryKey: ['enterprise', zone, enterpriseId],
    queryFn: () => api.registry.getEnterprise({ zone, enterprise_id: enterpriseId }),
    enabled: officer,
  }).data;
  if (!officer || record === undefined || record.status === 'merged') return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.change}</Button>
      {open && <EnterpriseDrawer saved={record} onClose={() => setOpen(false)} />}
    </>
  );
}
