import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const newWindow = {
  selector: "NewExpression[callee.name='BrowserWindow'], NewExpression[callee.property.name='BrowserWindow']",
  message: 'main/desktop/window.ts makes every window, so that all get the same guards.',
}
const openExternal = {
  selector: "MemberExpression[property.name='openExternal']",
  message: 'main/desktop/open-external.ts opens every link, so that all are checked.',
}
const innerHtml = {
  selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
  message: 'What came from outside is shown as text, never as markup.',
}

export default ts.config(
  { ignores: ['out/', 'dist/', 'test-results/', 'demo-output/', 'bench-results/', '.svelte-check/', 'test/fixtures/'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: globals.node },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', newWindow, openExternal, innerHtml],
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    // The rules that need types, where a lost promise would lose a call. Only here: they take most of the time.
    files: ['main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false, checksConditionals: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['renderer/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Takes every Map and Date for state; ours are state only inside $state.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  { files: ['main/**'], ignores: ['main/demo/cli.ts'], rules: { 'no-console': 'error' } },
  { files: ['main/desktop/window.ts'], rules: { 'no-restricted-syntax': ['error', openExternal, innerHtml] } },
  { files: ['main/desktop/open-external.ts'], rules: { 'no-restricted-syntax': ['error', newWindow, innerHtml] } },
  {
    files: ['test/**'],
    rules: {
      // `!` on what the test has just put there is plainer than a check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Playwright's fixtures must destructure even when they need nothing.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // They look at the page from outside, and stand in for the system.
      'no-restricted-syntax': 'off',
    },
  },
)
