import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { faultsOf } from '@fleet/tests/builders/faults';
import { checkPassword } from './password';

function faults(password: string, rules: { email?: string; isCommon?: boolean } = {}): string[] {
  return faultsOf(() => {
    const checks = new FieldChecks();
    checkPassword(checks, 'newPassword', password, { email: 'bia@fleet.example', isCommon: false, ...rules });
    checks.done();
  });
}

const LENGTH = ['newPassword must be 12 to 128 characters long'];

describe('a new password', () => {
  it.each([
    ['eleven chars', 'x'.repeat(11), LENGTH],
    ['twelve', 'x'.repeat(12), []],
    ['128', 'x'.repeat(128), []],
    ['129', 'x'.repeat(129), LENGTH],
    ['nothing', '', LENGTH],
    ['11 characters that take two units each', '🚚'.repeat(11), LENGTH],
    ['128 characters that take two units each', '🚚'.repeat(128), []],
    ['spaces, which count', ' '.repeat(12), []],
    ['half a character', `${'x'.repeat(12)}\ud83d`, ['newPassword must be valid Unicode text']],
  ])('of %s', (_, password, expected) => expect(faults(password)).toEqual(expected));

  it('is none that everybody tries first', () => {
    expect(faults('qwerty123456', { isCommon: true })).toEqual([
      'newPassword must not be one of the commonest passwords',
    ]);
  });

  it('is not the address, in whatever case', () => {
    expect(faults(' BIA@fleet.example')).toEqual(['newPassword must not be the e-mail address']);
    expect(faults('bia@fleet.example!')).toEqual([]);
  });
});
