import { defineConfig } from 'vitest/config'

// Whole editions are made here; a busy machine takes its time. Test files share their modules, since nothing here has
// state but tables that are read once, and reading those anew for each file takes long.
export default defineConfig({
  test: { testTimeout: 300_000, hookTimeout: 300_000, isolate: false },
})
