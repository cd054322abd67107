import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ensureChineseFont } from './design/chinese-font.ts'
import { keepForOffline } from './offline/register.ts'
import './design/tokens.css'
import './design/base.css'
import './design/layout.css'
import './design/print.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
ensureChineseFont()
keepForOffline()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
