import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language, type Role, type Skill } from '#newsroom'
import { CHANNELS } from '#sample/channels'
import { DESKS } from '#sample/desks'
import { DEMO_DOMAIN, DEMO_PASSWORD, PEOPLE, personOf, type SamplePerson } from '#sample/people'
import { STORIES } from '#sample/stories/index'

const people: readonly SamplePerson[] = PEOPLE
const with_ = (role: Role) => people.filter(({ roles }) => roles.includes(role))
const able = (skill: Skill, language: Language) =>
  people.filter(({ skills }) => skills[language].includes(skill)).map(({ key }) => key)

describe('the people of the sample newsroom', () => {
  it('are twelve over the roles, and an auditor', () => {
    expect(people.map(({ key, roles }) => [key, ...roles])).toEqual([
      ['reporter', 'reporter'],
      ['reporter-press', 'reporter'],
      ['editor', 'editor'],
      ['chief', 'chief'],
      ['translator-en', 'translator'],
      ['translator-ja', 'translator'],
      ['reviser', 'reviser'],
      ['second-signer', 'secondSigner'],
      ['bulletin-editor', 'bulletinEditor'],
      ['producer', 'producer'],
      ['outlet-engineer', 'outletEngineer'],
      ['administrator', 'administrator'],
      ['auditor', 'auditor'],
    ])
  })

  it('can play the whole workflow: the chief approves vi and en, ja only on the reviser’s word', () => {
    expect({ vi: able('approve', 'vi'), en: able('approve', 'en'), ja: able('approve', 'ja') }).toEqual({
      vi: ['chief'],
      en: ['editor', 'chief'],
      ja: [],
    })
    expect({ en: able('revise', 'en'), ja: able('revise', 'ja') }).toEqual({ en: ['reviser'], ja: ['reviser'] })
    expect({ en: able('translate', 'en'), ja: able('translate', 'ja') }).toEqual({ en: ['translator-en'], ja: ['translator-ja'] })
    expect(with_('secondSigner').some(({ roles }) => roles.includes('chief'))).toBe(false)
  })

  it('have addresses at a domain that can never be reached (RFC 2606), one password, a desk that exists today', () => {
    expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(12)
    expect(DEMO_DOMAIN.endsWith('.example')).toBe(true)
    for (const { email, desk, name, title } of people) {
      expect(email).toMatch(new RegExp(`^[a-z.]+@${DEMO_DOMAIN.replaceAll('.', '\\.')}$`, 'u'))
      expect(name.normalize('NFC')).toBe(name)
      expect(LANGUAGES.every((language) => title[language].length > 1)).toBe(true)
      expect(DESKS.find(({ key }) => key === desk)?.validTo).toBe(null)
    }
    expect(personOf('chief').name).toBe('Lê Quang Vinh')
  })
})

describe('desks and outlets', () => {
  it('offices that ended name who took over, and do so before the successor began', () => {
    const ended = DESKS.filter(({ validTo }) => validTo !== null)
    expect(ended.map(({ key, validTo, successor }) => [key, validTo, successor])).toEqual([
      ['information', '2025-02-28', 'culture'],
      ['agriculture', '2025-02-28', 'environment'],
      ['newspaper', '2025-06-30', 'press'],
      ['broadcaster', '2025-06-30', 'press'],
      ['lac-duong', '2025-06-30', null],
    ])
    for (const { validTo, successor } of ended) {
      const next = DESKS.find(({ key }) => key === successor)
      if (next?.validFrom) expect(next.validFrom > (validTo ?? '')).toBe(true)
    }
  })

  it('no story belongs to a desk that is gone', () => {
    for (const { desk } of STORIES) expect(DESKS.find(({ key }) => key === desk)?.validTo).toBe(null)
  })

  it('portal in three languages, newspaper in Vietnamese, broadcaster in English', () => {
    expect(CHANNELS.map(({ key, languages }) => [key, ...languages])).toEqual([
      ['portal', 'vi', 'en', 'ja'],
      ['newspaper', 'vi'],
      ['broadcaster', 'en'],
    ])
  })
})
