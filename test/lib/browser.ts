/** A Chromium for tests: the one that is named, the system's, the one inside a package, or Playwright's own. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { provided } from './provided'

export type { Browser, BrowserContext, Page } from 'playwright-core'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser; null: Playwright's own. */
    browser: string | null
  }
}

/** It calls nobody but the pages under test. Playwright gives every launch a profile folder of its own. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

export const launchBrowser = async (): Promise<Browser> => {
  const path = provided('browser') ?? (await browserPath())
  return chromium.launch({ headless: true, args: FLAGS, ...(path ? { executablePath: path } : {}) })
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export const browserPath = async (): Promise<string | null> => {
  const { CHROMIUM_PATH: named } = process.env
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH does not exist: ${named}`)
    return named
  }
  const installed = INSTALLED.find(existsSync)
  if (installed) return installed
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
