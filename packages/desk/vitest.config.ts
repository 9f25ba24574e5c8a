import { defineConfig } from 'vitest/config'

// A browser is started and editions are collated.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000 } })
