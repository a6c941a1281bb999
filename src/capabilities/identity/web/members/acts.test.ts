import { describe, expect, test } from 'vitest';
import { actsOf } from './acts.ts';

describe('acts on an account', () => {
  test('only the security administrator grants and ends', () => {
    expect(actsOf('security_admin', { state: 'proposed', disabled: false })).toEqual(['approve', 'end']);
    expect(actsOf('system_admin', { state: 'proposed', disabled: false })).not.toContain('approve');
  });
  test('the auditor watches', () =>
    expect(actsOf('audit_admin', { state: 'active', disabled: false })).toEqual([]));
  test('what is disabled can be enabled again', () =>
    expect(actsOf('system_admin', { state: 'active', disabled: true })).toContain('enable'));
});
