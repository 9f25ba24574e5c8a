import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A browser is started, and two cores may be shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
  },
})
