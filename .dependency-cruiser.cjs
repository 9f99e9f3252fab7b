// The layers, as rules. Each has a planted violation in tests/architecture/planted, which proves that it bites.
const PRODUCT = '^(apps|libs)/';
const SPEC = '\\.spec\\.ts$';
const PROGRAMS = [
  '^apps/[^/]+/src/main\\.ts$',
  '^apps/api/src/(create-api|cluster/(primary|worker))\\.ts$',
  '^libs/infrastructure/src/shared/database/migrate\\.ts$',
  '^libs/infrastructure/src/audit/verify-chain\\.ts$',
  '^tools/rebuild-projections/main\\.ts$',
];
const TOOLS = ['^(tools|bench)/main\\.ts$', '^(tools|bench)/.+/main\\.ts$'];
const MODULE = '\\.module\\.ts$';
const DATABASES = 'typeorm|redis|mssql|better-sqlite3|cache-manager';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const layers = [
  {
    name: 'domain-imports-domain-alone',
    comment: 'The rules are plain TypeScript: no layer, no framework, no package and no Node module below them.',
    from: { path: '^libs/domain/', pathNot: SPEC },
    to: { pathNot: '^libs/domain/' },
  },
  {
    name: 'domain-specs-need-builders-alone',
    comment: 'What needs more than the domain and its builders is no test of the domain.',
    from: { path: `^libs/domain/.*${SPEC}` },
    to: { pathNot: '^(libs/domain|tests/builders)/' },
  },
  {
    name: 'domain-features-share-ids-alone',
    comment: "A feature knows of another one its ids; what both need is in domain's shared.",
    from: { path: '^libs/domain/src/([^/]+)/' },
    to: { path: '^libs/domain/', pathNot: '^libs/domain/src/($1/|shared/|[^/]+/[^/]+-id\\.ts$)' },
  },
  {
    name: 'application-imports-domain-and-injectable-alone',
    comment:
      'Use cases know the domain and ports. Of @nestjs/common they take Injectable (eslint.config.mjs sees names).',
    from: { path: '^libs/application/', pathNot: SPEC },
    to: { pathNot: '^libs/(application|domain)/|node_modules/@nestjs/common/index\\.(js|d\\.ts)$' },
  },
  {
    name: 'application-specs-need-no-machines',
    comment: 'Use cases are tested without a database and without Nest.',
    from: { path: `^libs/application/.*${SPEC}` },
    to: { pathNot: '^(libs/application|libs/domain|tests/builders)/' },
  },
  {
    name: 'infrastructure-knows-no-app',
    comment: 'Machines serve every door.',
    from: { path: '^libs/infrastructure/' },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-wire-infrastructure-in-modules-alone',
    comment: 'Controllers and jobs speak to ports; only *.module.ts and what main.ts starts choose the machines.',
    from: { path: '^apps/', pathNot: [MODULE, ...PROGRAMS] },
    to: { path: '^libs/infrastructure/' },
  },
  {
    name: 'apps-know-no-database',
    comment: 'SQL, Redis and caches belong to infrastructure.',
    from: { path: '^apps/' },
    to: { path: `node_modules/(${DATABASES})[-/]` },
  },
  {
    name: 'apps-go-through-use-cases',
    comment: 'A change is a use case, a read is a read port: no door loads an aggregate or opens a transaction.',
    from: { path: '^apps/' },
    to: { path: '^libs/(domain/.*\\.repository|application/src/shared/unit-of-work)\\.ts$' },
  },
  {
    name: 'queries-build-no-aggregates',
    comment: 'A read is rows shaped into the response.',
    from: { path: '\\.queries\\.ts$' },
    to: { path: '^libs/.*(\\.mapper|[.-]repository)\\.ts$' },
  },
  {
    name: 'api-takes-worker-modules-in-modules-alone',
    comment: 'Jobs may run inside the API: a module imports the module, nobody else knows.',
    from: { path: '^apps/api/', pathNot: MODULE },
    to: { path: '^apps/worker/' },
  },
  {
    name: 'api-takes-of-worker-its-modules-alone',
    comment: 'What is behind the module is the business of the worker.',
    from: { path: `^apps/api/.*${MODULE}` },
    to: { path: '^apps/worker/', pathNot: MODULE },
  },
  {
    name: 'worker-knows-no-api',
    comment: 'The worker runs without HTTP.',
    from: { path: '^apps/worker/' },
    to: { path: '^apps/api/' },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const hygiene = [
  {
    name: 'features-are-reached-by-their-alias',
    comment: 'No ../ that climbs out of the feature: @fleet/… says where a thing lives, whoever reads it.',
    from: { path: '^((?:apps|libs)/[^/]+/src)/([^/]+)/.+\\.ts$' },
    to: { path: '^$1/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'projects-are-reached-by-their-alias',
    comment: 'The same, where the ../ climbs out of the library, the app or the folder of tests.',
    from: { path: '^((?:apps|libs|tests)/[^/]+|tools|bench)/.+\\.ts$' },
    to: { path: '^(apps|libs|tests|tools|bench)/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'one-driver-of-the-embedded-engine',
    comment: 'Which release of it this Node can load is decided in one place.',
    from: { pathNot: '^libs/infrastructure/src/shared/database/sqlite-driver\\.ts$' },
    to: { path: '(^|/)better-sqlite3(-napi)?(/|$)' },
  },
  {
    name: 'migrations-are-run-and-not-read',
    comment: 'What is done stays as it was done: live code that changes has words of its own, which a spec compares.',
    from: { path: PRODUCT, pathNot: [SPEC, '/database/migrations/'] },
    to: { path: '/database/migrations/', pathNot: '/database/migrations/index\\.ts$' },
  },
  {
    name: 'product-knows-no-tests-nor-tools',
    comment: 'What runs at a customer knows neither tests, nor tools, nor benchmarks.',
    from: { path: PRODUCT, pathNot: SPEC },
    to: { path: '^(tests|tools|bench)/' },
  },
  {
    name: 'nobody-imports-a-spec',
    comment: 'What two specs need is a builder or a piece of tests/e2e/support.',
    from: {},
    to: { path: SPEC },
  },
  {
    name: 'product-needs-no-dev-dependency',
    comment: 'npm ci --omit=dev must be enough to run.',
    from: { path: PRODUCT, pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-declared',
    comment: 'A package that is there only because another one needs it goes away without a word.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg'] },
  },
  {
    name: 'imports-resolve',
    comment:
      'A rule sees only what resolves. The optional package is installed where it loads; k6 has its modules within itself.',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^better-sqlite3-napi$', '^k6$', '^k6/'] },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or three.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'product-files-are-used',
    comment: 'A file that no program reaches is dead; a test of it does not make it live.',
    from: { path: PROGRAMS },
    to: { path: '^(apps|libs)/.*\\.ts$', pathNot: [SPEC, ...PROGRAMS], reachable: false },
  },
  {
    name: 'tool-files-are-used',
    comment: 'The same for tools and benchmarks, whose programs are called main.ts.',
    from: { path: TOOLS },
    to: { path: '^(tools|bench)/.*\\.ts$', pathNot: [SPEC, ...TOOLS], reachable: false },
  },
  {
    name: 'test-files-are-used',
    comment:
      'The same for what only tests can need. Jest itself loads global-*.js and jest-setup.ts; node is given *.program.js.',
    from: { path: `${SPEC}|^tests/e2e/support/global-[a-z]+\\.js$` },
    to: {
      path: '^tests/',
      pathNot: [SPEC, '^tests/e2e/support/(global-[a-z]+\\.js|jest-setup\\.ts|[a-z-]+\\.program\\.js)$'],
      reachable: false,
    },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...hygiene].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|dist|coverage|data|\\.cache|tests/architecture/planted)(/|$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types too: a type that leaks through a layer is a leak.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'types', 'default'] },
    skipAnalysisNotInRules: true,
  },
};
