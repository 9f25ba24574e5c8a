import { defineConfig } from 'vitest/config'

// Whole editions are made here; a busy machine takes its time.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } })
