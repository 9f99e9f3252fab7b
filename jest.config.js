const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@fleet/domain/(.*)$': '<rootDir>/libs/domain/src/$1',
    '^@fleet/application/(.*)$': '<rootDir>/libs/application/src/$1',
    '^@fleet/infrastructure/(.*)$': '<rootDir>/libs/infrastructure/src/$1',
    '^@fleet/api/(.*)$': '<rootDir>/apps/api/src/$1',
    '^@fleet/worker/(.*)$': '<rootDir>/apps/worker/src/$1',
    '^@fleet/tests/(.*)$': '<rootDir>/tests/$1',
    '^@fleet/tools/(.*)$': '<rootDir>/tools/$1',
    '^@fleet/bench/(.*)$': '<rootDir>/bench/$1',
  },
  setupFiles: ['reflect-metadata'],
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['libs', 'apps', 'tools', 'bench'].map((folder) => `<rootDir>/${folder}/**/*.spec.ts`),
    },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/tests/architecture/*.spec.ts'] },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'],
      globalSetup: '<rootDir>/tests/e2e/support/global-setup.js',
      globalTeardown: '<rootDir>/tests/e2e/support/global-teardown.js',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/support/jest-setup.ts'],
    },
  ],
  testTimeout: 60_000,
  maxWorkers: 2,
};
