import { defineConfig } from 'vitest/config'

// One test starts Spark, which takes its time on a busy machine.
export default defineConfig({ test: { testTimeout: 600_000, hookTimeout: 600_000 } })
