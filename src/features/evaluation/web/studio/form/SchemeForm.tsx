// The scheme as a form, section by section in the order of a policy document. Every field writes into the text.
import { Collapse, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { count } from '#web/ui/numbers.ts';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { findingsAt } from '../model/read-draft.ts';
import { AdjustmentsForm } from './AdjustmentsForm.tsx';
import { ClassesForm } from './ClassesForm.tsx';
import { FieldFaults, NumberField, SelectField, TextField } from './Field.tsx';
import { FormProvider, type FormTools, keysIn } from './form-context.ts';
import { FORM } from './form-words.ts';
import { IndicatorsForm } from './IndicatorsForm.tsx';
import { InputsForm, ParametersForm } from './InputsForm.tsx';
import './form.css';

type Props = { readonly tools: FormTools; readonly isBroken: boolean };

export function SchemeForm({ tools, isBroken }: Props) {
  const t = useWords(FORM);
  const { data, findings } = tools;
  const section = (key: string, label: string, paths: readonly Path[], children: ReactNode, extra = '') => {
    const faults = paths
      .flatMap((path) => findingsAt(findings, path))
      .filter(({ severity }) => severity !== 'info');
    return {
      key,
      label: (
        <span aria-label={faults.length > 0 ? t.section(label, count(faults.length)) : label}>
          {label} {extra !== '' && <span className="meta">{extra}</span>}
        </span>
      ),
      extra:
        faults.length > 0 ? (
          <Tag color={faults.some(({ severity }) => severity === 'error') ? 'red' : 'gold'}>
            {faults.length}
          </Tag>
        ) : null,
      children,
    };
  };
  const inputs = keysIn(data, ['inputs']).length;
  return (
    <FormProvider value={tools}>
      <div className="mj-form" role="form" aria-label={t.area}>
        {isBroken && <Note tone="warn">{t.broken}</Note>}
        <Collapse
          ghost
          size="small"
          defaultActiveKey={['indicators', 'classes']}
          items={[
            section('basics', t.basics, [['title'], ['basis'], ['period'], ['note'], ['round']], <Basics />),
            section(
              'indicators',
              t.indicators,
              [['indicators'], ['tree'], ['weight_total']],
              <IndicatorsForm />,
            ),
            section('classes', t.classes, [['classes']], <ClassesForm />),
            section('adjustments', t.adjustments, [['adjustments']], <AdjustmentsForm />),
            section('parameters', t.parameters, [['parameters']], <ParametersForm />),
            section('inputs', t.inputs, [['inputs']], <InputsForm />, t.inputsSum(count(inputs))),
          ]}
        />
        <FieldFaults path={[]} exact />
      </div>
    </FormProvider>
  );
}

function Basics() {
  const t = useWords(FORM);
  return (
    <div className="mj-fields">
      <div className="mj-field-wide">
        <TextField label={t.titleZh} path={['title', 'zh']} />
      </div>
      <div className="mj-field-wide">
        <TextField label={t.titleEn} path={['title', 'en']} />
      </div>
      <div className="mj-field-wide">
        <TextField label={t.basis} path={['basis']} />
      </div>
      <NumberField label={t.period} path={['period']} />
      <NumberField label={t.roundScore} path={['round', 'score']} />
      <SelectField
        label={t.rankBy}
        path={['round', 'rank_by']}
        usual="rounded"
        options={[
          { value: 'rounded', label: t.rounded },
          { value: 'exact', label: t.exact },
        ]}
      />
      <div className="mj-field-wide">
        <TextField label={t.note} path={['note']} />
      </div>
    </div>
  );
}
