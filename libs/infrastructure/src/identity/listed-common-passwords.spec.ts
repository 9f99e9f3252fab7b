import { ListedCommonPasswords } from './listed-common-passwords';

const common = new ListedCommonPasswords();

it.each(['qwerty123456', 'QWERTY123456', '123qweasdzxc'])('%s is one that everybody tries first', async (password) => {
  expect(await common.has(password)).toBe(true);
});

it('others are not', async () => {
  expect(await common.has('correct horse battery staple')).toBe(false);
});
