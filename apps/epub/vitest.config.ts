import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Checkers and readers are programs of their own, and two cores may be shared.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    include: ['test/**/*.test.ts'],
  },
})
