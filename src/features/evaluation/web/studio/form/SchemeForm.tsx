// The scheme as a form, section by section in the order of a policy document. Every field writes into the text.
import { Collapse, ConfigProvider, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { count } from '#web/ui/numbers.ts';
import { Note } from '#web/ui/Note.tsx';
import { usePhone } from '#web/ui/use-phone.ts';
import { useWords } from '#web/words/words.ts';
import { findingsAt } from '../model/read-draft.ts';
import { AdjustmentsForm } from './AdjustmentsForm.tsx';
import { ClassesForm } from './ClassesForm.tsx';
import { FieldFaults, NumberField, SelectField, TextField } from './Field.tsx';
import { FormProvider, type FormTools, keysIn, ShowProvider } from './form-context.ts';
import { FORM } from './form-words.ts';
import { IndicatorsForm } from './IndicatorsForm.tsx';
import { InputsForm, ParametersForm } from './InputsForm.tsx';
import { OtherParts, otherParts } from './OtherParts.tsx';
import { useNarrow } from './use-narrow.ts';
import './form.css';

type Props = {
  readonly tools: FormTools;
  readonly isBroken: boolean;
  /** To where something stands in the text. */
  readonly onShow: (path: Path) => void;
};

/** Narrower than this, a line of an indicator is no line any more. */
const COLUMNS_NEED = 460;

export function SchemeForm({ tools, isBroken, onShow }: Props) {
  const t = useWords(FORM);
  const { data, findings } = tools;
  const phone = usePhone();
  const [area, isNarrow] = useNarrow(COLUMNS_NEED);
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
  const others = otherParts(data);
  const inputs = keysIn(data, ['inputs']).length;
  return (
    <FormProvider value={tools}>
      <ShowProvider value={onShow}>
        {/* A finger needs more than a mouse. */}
        <ConfigProvider componentSize={phone ? 'middle' : 'small'}>
          <div ref={area} className="mj-form" data-narrow={isNarrow} role="form" aria-label={t.area}>
            {isBroken && <Note tone="warn">{t.broken}</Note>}
            <Collapse
              ghost
              size="small"
              defaultActiveKey={['indicators', 'classes']}
              items={[
                section(
                  'basics',
                  t.basics,
                  [['title'], ['basis'], ['period'], ['note'], ['round']],
                  <Basics />,
                ),
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
                ...(others.length > 0
                  ? [section('others', t.others, others, <OtherParts paths={others} />)]
                  : []),
              ]}
            />
            <FieldFaults path={[]} exact />
          </div>
        </ConfigProvider>
      </ShowProvider>
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
