// An industry of GB/T 4754, found by code or by name; groups and classes of three and four digits are taken as typed.
import { Select } from 'antd';
import { useState } from 'react';
import { divisionOf, industryDivisions } from '#core/industry.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import { FORM } from './form-words.ts';

type Props = {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (code: string | undefined) => void;
};

export function IndustrySelect({ id, value, onChange }: Props) {
  const t = useWords(FORM);
  const { lang } = usePreferences();
  const [search, setSearch] = useState('');
  const divisions = industryDivisions().map(({ code, section, ...names }) => ({
    value: code,
    label: `${code} ${names[lang]}`,
    found: `${section}${code} ${names.zh} ${names.en}`.toLowerCase(),
  }));
  // The form keeps what a file brought, be it finer than the divisions or with its letter.
  const finer = [...new Set([value ?? '', search.trim()])]
    .filter((code) => /^[A-T]?\d{2,4}$/i.test(code) && !divisions.some((one) => one.value === code))
    .flatMap((code) => {
      const division = divisionOf(code);
      const label =
        division === undefined ? code : t.industryPart(code, `${division.code} ${division[lang]}`);
      return division === undefined && code !== value
        ? []
        : [{ value: code, label, found: code.toLowerCase() }];
    });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      value={value ?? null}
      showSearch={{
        onSearch: setSearch,
        filterOption: (text, option) => option?.found.includes(text.trim().toLowerCase()) === true,
      }}
      options={[...finer, ...divisions]}
      onChange={(code: string | null | undefined) => onChange?.(code ?? undefined)}
    />
  );
}
