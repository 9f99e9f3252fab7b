import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What no import shows. Each of these has a planted violation in tests/architecture/planted, as the layers of
// .dependency-cruiser.cjs have.
const PURE = ['libs/domain/**', 'libs/application/**'];
const clock = 'Time comes from the Clock port.';
const chance = 'Ids come from the IdGenerator port; nothing else is left to chance.';
const machine = 'The rules and the use cases know no machine: give it a port.';
const environment = 'Only libs/infrastructure/src/shared/config and the programs read the environment.';

const nodeProcess = ['process', 'node:process'].map((name) => ({ name, message: environment }));
const noInject = {
  name: '@nestjs/common',
  importNames: ['Inject'],
  message: 'A port is an abstract class, and the class is its token.',
};
const injectableAlone = {
  name: '@nestjs/common',
  allowImportNames: ['Injectable'],
  message: 'A use case takes Injectable alone of Nest.',
};

export default defineConfig(
  { ignores: ['dist', 'coverage', 'data', '.cache', 'tests/architecture/planted'] },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-assertions': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      // `const { id, ...rest } = row` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['apps/**', 'libs/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [...nodeProcess, noInject] }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: environment }],
    },
  },
  {
    files: [
      'apps/*/src/main.ts',
      'libs/infrastructure/src/shared/config/**',
      'libs/infrastructure/src/shared/database/migrate.ts',
      'libs/infrastructure/src/audit/verify-chain.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['libs/infrastructure/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='save']",
          message: 'save() overwrites newer data without a word: insert, or update the version that was loaded.',
        },
      ],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': [
        'error',
        {
          globals: [
            ...['process', 'fetch', 'Buffer'].map((name) => ({ name, message: machine })),
            ...['setTimeout', 'setInterval', 'performance'].map((name) => ({ name, message: clock })),
            { name: 'crypto', message: chance },
          ],
          checkGlobalObject: true,
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: clock },
        { object: 'Math', property: 'random', message: chance },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
        { selector: "CallExpression[callee.name='Date']", message: clock },
        {
          selector: "MethodDefinition[kind='set']",
          message: 'State changes by a method that carries a word of the trade.',
        },
      ],
    },
  },
  {
    files: ['libs/application/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [injectableAlone] }] },
  },
  {
    files: ['tools/**', 'bench/**', '**/*.spec.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Plain JavaScript is what runs before anything is compiled: it has no types to check, and requires.
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-console': 'off' },
  },
  prettier,
);
