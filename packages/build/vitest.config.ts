import { defineConfig } from 'vitest/config'

// Each test starts the command as a process of its own, which makes whole books.
export default defineConfig({
  test: { testTimeout: 300_000, hookTimeout: 300_000, env: { LC_ALL: 'C' } },
})
