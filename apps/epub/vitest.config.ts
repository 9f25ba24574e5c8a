import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Checkers and readers are programs of their own, and two cores may be shared.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/editions.ts'],
  },
})
