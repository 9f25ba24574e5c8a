import { defineConfig } from 'vitest/config'

// A busy machine takes its time. Test files share their modules, which have no state.
export default defineConfig({
  test: { testTimeout: 300_000, hookTimeout: 300_000, isolate: false },
})
