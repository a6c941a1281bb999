// Fetches the receipt of a listed row and checks it here, against the root of the list on this page.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { saveBlob } from '#web/client/save-blob.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { useWords } from '#web/words/words.ts';
import type { Publication } from '../shared/publications.ts';
import { checkReceipt } from './check-receipt.ts';
import { PUBLIC } from './public-words.ts';
import { Verdict } from './Verdict.tsx';

export function VerifyRow({ list, creditCode }: { readonly list: Publication; readonly creditCode: string }) {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const { publication_id, merkle_root } = list;
  const query = useQuery({
    queryKey: ['receipt', zone, publication_id, creditCode],
    queryFn: () => api.evaluation.getPublicReceipt({ zone, publication_id, credit_code: creditCode }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const save = (receipt: unknown): void =>
    saveBlob(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `${creditCode}.receipt.json`,
    );
  return (
    <Loaded query={query} rows={2}>
      {(receipt) => (
        <div className="mj-verify">
          <Verdict checked={checkReceipt(receipt, merkle_root)} root={merkle_root} />
          <Button size="small" onClick={() => save(receipt)}>
            {t.saveReceipt}
          </Button>
        </div>
      )}
    </Loaded>
  );
}
