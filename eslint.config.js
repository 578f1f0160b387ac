import next from '@next/eslint-plugin-next';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ownModuleMocks = {
  selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]',
  message: 'No mocks of our own modules: pass a fake, or use the real thing.',
};
const rawSql = {
  selector: 'MemberExpression[object.name="sql"][property.name=/^(raw|lit|literal)$/]',
  message: 'Raw SQL text is an injection waiting to happen: bind parameters.',
};
const enums = { selector: 'TSEnumDeclaration', message: 'Use a string union.' };

export default tseslint.config(
  { ignores: ['node_modules', '.next', '.test', '.data', 'dist', 'next-env.d.ts', '**/*.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks, '@next/next': next },
    rules: {
      ...hooks.configs.recommended.rules,
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      'no-console': 'error',
      'max-params': ['error', 3],
      'no-restricted-syntax': ['error', ownModuleMocks, rawSql, enums],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only server/config/env.ts reads the environment.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: [
      'server/config/env.ts', 'next.config.ts', 'playwright.config.ts', 'vitest.config.ts', 'cli/**', 'bench/**', 'e2e/**', 'faults/**',
      'server/testing/**', 'server/**/*main.ts', '**/*.test.ts', '**/*.test.tsx',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'bench/**', 'faults/**', 'server/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);
