// Opening a record and saving it as it is must not change it.
import { expect, test } from 'vitest';
import type { Enterprise } from '#capabilities/registry/contract/enterprises.ts';
import { fieldsOf, inputOf } from './enterprise-fields.ts';

const saved: Enterprise = {
  enterprise_id: '0198a000-0000-7000-8000-000000000001',
  credit_code: '91370800MA94FCPE5E',
  name: '云亩机械有限公司',
  park_id: null,
  industry_code: '3484',
  scale: 'above_scale',
  status: 'suspended',
  tags: ['专精特新'],
  utility_accounts: { power: ['3701'], gas: ['88'] },
  address: null,
  longitude: 116.5,
  latitude: null,
  merged_into: null,
  version: 4,
};

test('a record that is opened and saved stays what it was', () => {
  const { enterprise_id: _, merged_into: _merged, version: _version, ...input } = saved;
  expect(inputOf(fieldsOf(saved))).toEqual(input);
});

test('what is left out of a new one is not known, and blanks are nothing', () => {
  const input = inputOf({ ...fieldsOf(undefined), name: ' 新企业 ', credit_code: 'X', address: '  ' });
  expect(input).toMatchObject({
    name: '新企业',
    address: null,
    park_id: null,
    scale: null,
    status: 'active',
  });
  expect(input.utility_accounts).toEqual({});
});
