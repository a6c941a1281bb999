import { expect, test } from 'vitest';
import { checkCreditCode } from './credit-code.ts';
import { fillTemplate, type Params } from './diagnostic.ts';
import { toStandardCoal } from './energy.ts';
import { CORE_MESSAGES } from './messages.ts';

function wordings(code: string, params: Params = {}): string[] {
  const found = Object.entries(CORE_MESSAGES).find(([key]) => key === code)?.[1];
  return found === undefined ? [] : [fillTemplate(found.zh, params), fillTemplate(found.en, params)];
}

test('a missing coefficient is told in both languages', () => {
  const [finding] = toStandardCoal({ natural_gas: 1 }, { basis: 'calorific' }).diagnostics;
  expect(wordings(finding?.code ?? '', finding?.params)).toEqual([
    '天然气没有折标准煤系数',
    'There is no standard coal coefficient for natural gas',
  ]);
});

test('every problem of a credit code has its wording', () => {
  const codes = ['', '91370800MA94FCPO5E', '91370800MA3EN1B53H'].flatMap(
    (code) => checkCreditCode(code).problems,
  );
  expect(codes).toHaveLength(4);
  for (const code of codes) expect(wordings(`credit_code_${code}`)).toHaveLength(2);
});
