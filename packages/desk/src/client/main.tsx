import { render } from 'preact'
import { wordsFor } from '../words/index.ts'
import { App } from './app.tsx'

const root = document.getElementById('desk')
if (root !== null) render(<App words={wordsFor(document.documentElement.lang)} />, root)
