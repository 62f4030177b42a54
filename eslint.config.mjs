import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Who may speak to the network with `fetch`: outlets' side, browsers' side, and what drives us from outside. */
const MAY_FETCH = ['src/delivery/**', 'src/sandbox/**', 'src/admin/**', 'scripts/**', 'test/**']

export default defineConfig(
  globalIgnores([
    'dist',
    '.next',
    'data',
    'node_modules',
    'next-env.d.ts',
    'src/payload-types.ts',
    'src/app/(payload)',
    'src/cms/migrations',
  ]),
  {
    files: ['src/**/*.{ts,tsx}', 'collections/**/*.ts', 'test/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A forgotten `await` in a hook loses a save or its transaction.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      // A state, verb or language that is added later must be answered everywhere.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The way out is src/delivery (guard and limits stand there).' },
      ],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-fallthrough': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-unreachable': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: MAY_FETCH, rules: { 'no-restricted-globals': 'off' } },
  // Situations of a test may be written for databases that answer at once and later alike.
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/await-thenable': 'off', '@typescript-eslint/require-array-sort-compare': 'off' },
  },
)
