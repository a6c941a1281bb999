// All indicators with their weights, and what the weights add up to.
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { plain } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { FieldFaults } from './Field.tsx';
import { keysIn, numberAt, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { IndicatorCard } from './IndicatorCard.tsx';
import { TreeGroup, WeightingFields } from './TreeGroup.tsx';
import { removeIndicator, weightPathOf } from './weight-path.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

export function IndicatorsForm() {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
  const [name, setName] = useState('');
  const names = keysIn(data, ['indicators']);
  const hasTree = valueIn(data, ['tree']) !== undefined;
  const weights = names.map((indicator) => numberAt(data, weightPathOf(data, indicator)));
  const stated = valueIn(data, ['weight_total']);
  const total = typeof stated === 'number' ? stated : 100;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const isNew = NAME.test(name) && !names.includes(name);
  const add = (): void => {
    const fresh = { zh: name, value: keysIn(data, ['inputs'])[0] ?? '0', weight: 0, score: { ratio: 1 } };
    edit([{ path: ['indicators', name], value: fresh }]);
    setName('');
  };
  const card = (indicator: string): ReactNode => (
    <IndicatorCard
      key={indicator}
      name={indicator}
      weightPath={weightPathOf(data, indicator)}
      onRemove={() => edit(removeIndicator(data, indicator))}
    />
  );
  return (
    <div className="mj-indicators">
      <WeightingFields path={hasTree ? ['tree'] : []} />
      <div className="mj-indicator-head meta" aria-hidden>
        <span>{t.indicator}</span>
        <span>{t.weight}</span>
        <span>{t.baseline}</span>
        <span>{t.capShort}</span>
      </div>
      {hasTree ? <TreeGroup path={['tree']} card={card} /> : names.map(card)}
      {hasTree && names.filter((indicator) => weightPathOf(data, indicator)[0] !== 'tree').map(card)}
      {Number.isFinite(sum) && !hasTree && (
        <div className="mj-indicator-sum" data-wrong={Math.abs(sum - total) > 1e-9}>
          {t.weightSum(plain(sum), plain(total))}
        </div>
      )}
      <FieldFaults path={['indicators']} exact />
      <FieldFaults path={['tree']} />
      <div className="mj-add-line">
        <Input
          aria-label={t.newName}
          placeholder={t.newName}
          value={name}
          disabled={disabled}
          status={name === '' || isNew ? '' : 'error'}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={() => isNew && add()}
        />
        <Button disabled={disabled || !isNew} onClick={add}>
          {t.addIndicator}
        </Button>
      </div>
    </div>
  );
}
