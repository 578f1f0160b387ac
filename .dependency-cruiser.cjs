/** The borders of DESIGN: each room may look only at the rooms named here. */
const rooms = {
  'server/core': [],
  'server/config': [],
  'server/db': ['core', 'config'],
  'server/events': ['core', 'db', 'config'],
  'server/store': ['core', 'db', 'events', 'config'],
  'server/runs': ['core', 'db', 'events', 'store', 'config'],
  'server/auth': ['core', 'db', 'config'],
  'server/api': ['core', 'db', 'events', 'store', 'runs', 'auth', 'config'],
  'server/worker': ['core', 'db', 'events', 'store', 'runs', 'auth', 'config'],
};
const tests = '(\\.(test|pg\\.test|dom\\.test|bench)\\.tsx?$|^server/testing/)';

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `border-${room.replace('/', '-')}`,
  comment: `${room} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: tests },
  to: {
    path: '^(server|app|components|cli|bench|e2e|faults|migrations|scripts)/',
    pathNot: `^(${[room, ...allowed.map((name) => `server/${name}`)].join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    ...roomRules.map((rule) =>
      rule.name === 'border-server-db'
        ? { ...rule, to: { ...rule.to, pathNot: `${rule.to.pathNot}|^migrations/index` } }
        : rule,
    ),
    {
      name: 'core-packages',
      comment: 'the core runs in the browser too: no I/O, and only four packages',
      severity: 'error',
      from: { path: '^server/core/', pathNot: [tests, '^server/core/sha256/native\\.ts$'] },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
        pathNot: 'node_modules/(zod|fast-json-patch|canonicalize|@noble/hashes)/',
      },
    },
    {
      name: 'fast-json-patch-once',
      comment: '[P1] one file makes the library strict and atomic',
      severity: 'error',
      from: { pathNot: ['^server/core/patch/apply-op\\.ts$', '^e2e/', 'node_modules'] },
      to: { path: 'node_modules/fast-json-patch' },
    },
    {
      name: 'migrations-alone',
      comment: 'a migration never imports application code',
      severity: 'error',
      from: { path: '^migrations/', pathNot: tests },
      to: { path: '^(server|app|components|cli|bench|e2e|faults)/' },
    },
    {
      name: 'components-hold-no-data-logic',
      comment: 'components see the core and the types of the API',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^(server/(?!core/)|app/|cli/|bench/|e2e/|faults/|migrations/|scripts/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-api-types-only',
      comment: 'even types come from the API alone',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^server/(db|store|events|runs|worker|auth|config)/' },
    },
    {
      name: 'ui-below-canvas',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^components/(?!ui/)' },
    },
    {
      name: 'canvas-below-editor',
      severity: 'error',
      from: { path: '^components/canvas/' },
      to: { path: '^components/(?!ui/|canvas/)' },
    },
    {
      name: 'app-is-thin',
      comment: 'routes see components, the API, and the session at the door',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^server/(?!api/|core/|auth/|config/)|^(cli|bench|e2e|faults|migrations|scripts)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: `${tests}|^bench/|^e2e/|^faults/|^vitest|^playwright` },
      to: { path: tests },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans-in-package',
      comment: 'an import that resolves to nothing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(server-only|\\.next|@core)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|\\.test|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    combinedDependencies: false,
  },
};
