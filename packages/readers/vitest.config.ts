import { defineConfig } from 'vitest/config'

// Whole editions are made here; a busy machine takes its time.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000 } })
