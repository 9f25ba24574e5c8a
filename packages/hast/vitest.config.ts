import { defineConfig } from 'vitest/config'

// A busy machine takes its time; what takes too long is measured in packages/bench.
export default defineConfig({
  test: { testTimeout: 300_000, hookTimeout: 300_000, isolate: false },
})
