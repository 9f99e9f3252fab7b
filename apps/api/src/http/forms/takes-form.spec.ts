import { MAX_FILES } from './form-limits';
import { TakesForm } from './takes-form';

const shape = (photos: number) => ({ text: [], files: { signature: 1, photos } });

it('takes as many files as a form may have', () => {
  expect(() => TakesForm(shape(MAX_FILES - 1))).not.toThrow();
});

it('refuses, at the start of the program, to promise more than are read', () => {
  expect(() => TakesForm(shape(MAX_FILES))).toThrow(`A form has at most ${MAX_FILES} files, not ${MAX_FILES + 1}.`);
});
