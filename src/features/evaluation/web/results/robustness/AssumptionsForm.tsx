// What the simulation assumes, said in a sentence and open to be changed; the choice is in the address.
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useFilters } from '#web/client/place.ts';
import { count, plain } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Assumptions } from './risk.ts';
import { ROBUST } from './robustness-words.ts';

const LIMITS = {
  data: { min: 0, max: 50, step: 1 },
  weights: { min: 0, max: 50, step: 1 },
  draws: { min: 100, max: 20_000, step: 500 },
  seed: { min: 0, max: 4_294_967_295, step: 1 },
} as const;
const NAMES = ['data', 'weights', 'draws', 'seed'] as const;

export function AssumptionsForm({ assumptions }: { readonly assumptions: Assumptions }) {
  const t = useWords(ROBUST);
  const { set } = useFilters();
  const [wanted, setWanted] = useState(assumptions);
  const { data, weights, draws, seed } = assumptions;
  return (
    <form
      className="mj-assumptions"
      aria-label={t.assumptions}
      onSubmit={(event) => {
        event.preventDefault();
        set(Object.fromEntries(NAMES.map((name) => [name, String(wanted[name])])));
      }}
    >
      <p>{t.assumed(plain(data), plain(weights), count(draws), String(seed))}</p>
      <div className="no-print">
        {NAMES.map((name) => (
          <label key={name}>
            <span className="meta">{t[name]}</span>
            <InputNumber
              {...LIMITS[name]}
              value={wanted[name]}
              onChange={(value) => setWanted({ ...wanted, [name]: value ?? assumptions[name] })}
            />
          </label>
        ))}
        <Button htmlType="submit">{t.again}</Button>
      </div>
    </form>
  );
}
