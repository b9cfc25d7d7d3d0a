import { defineConfig } from '@playwright/test'

// Started by `npm test`, which builds the app and gives it a desktop of its own: alone it needs a display, a keyring
// and ELECTRON_OVERRIDE_DIST_PATH where the official Electron cannot be fetched.
export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/playwright',
  // Each test starts an Electron, and many measure real waiting: more at once than cores makes them slow, not faster.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  // Patience, not a measure: a busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  globalTimeout: 20 * 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  projects: [
    { name: 'page', testDir: 'test/page' },
    { name: 'e2e', testDir: 'test/e2e' },
  ],
})
