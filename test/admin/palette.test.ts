import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const sheet = readFileSync(new URL('../../src/admin/looks/states.css', import.meta.url), 'utf8')
const theme = (selector: string): Readonly<Record<string, string>> => {
  const block = sheet.slice(sheet.indexOf(selector), sheet.indexOf('}', sheet.indexOf(selector)))
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
const STATES = ['missing', 'draft', 'review', 'approved', 'released', 'stale', 'held', 'withdrawn']

describe('the palette of states', () => {
  for (const [name, selector] of [
    ['light', ':root'],
    ['dark', "[data-theme='dark']"],
  ] as const) {
    it(`has contrast of 4.5 at least on the page and on its own badge, ${name}`, () => {
      const colours = theme(selector)
      for (const state of STATES) {
        const colour = colours[`--state-${state}`] ?? ''
        expect(contrast(colour, colours['--desk-page'] ?? ''), `${state} on the page`).toBeGreaterThanOrEqual(4.5)
        expect(contrast(colour, colours[`--state-${state}-badge`] ?? ''), `${state} on its badge`).toBeGreaterThanOrEqual(4.5)
      }
    })
  }
})
