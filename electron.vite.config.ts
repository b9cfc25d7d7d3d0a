import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

// What package.json lists under "dependencies" (keytar, libsql: native code) stays outside the bundle and is packed as
// it is; everything else is bundled. The targets are those of the oldest Electron the app must run on (33).
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      sourcemap: true,
      rollupOptions: {
        input: {
          index: at('main/index.ts'),
          // Runs as a utility process of its own, so that a hanging keyring can be ended.
          'keychain-worker': at('main/accounts/keychain-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      // A sandboxed preload is one CommonJS file with nothing to load.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [svelte({ configFile: at('svelte.config.js') })],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      // Inlined files would need data: in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: at('renderer/index.html'), checks: { pluginTimings: false } },
    },
  },
})
