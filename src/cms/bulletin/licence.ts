/** The licence under which an issue appears, as the preflight asks it and as the edition prints it. */
import type { Payload, PayloadRequest } from 'payload'
import { LEGAL_RULES } from '#bulletin/legal-rules'
import type { Licence, LegalRule } from '#bulletin/preflight'
import { LANGUAGES, type Language } from '#newsroom'
import type { Imprint } from '#publication/edition'
import { civilDay } from '#text/dates'
import { wordIn, type Words } from '../snapshot'

type LicenceDoc = {
  id: string
  number: string
  date: string
  issuer?: Words
  name?: Words
  publisher?: Words
  purpose?: Words
  languages?: Language[] | null
  frequency?: Words
  pageLimit: number
  trimWidth: number
  trimHeight: number
  printRun: number
  printer?: Words
  area?: Words
  personResponsible?: Words
  validFrom: string
  validTo?: string | null
}

export type KeptLicence = Licence & { readonly id: string; readonly imprint: Imprint; readonly printedName: string }

/** In the words of a language; null = there is none of this id. */
export const licenceIn = async (req: PayloadRequest, id: string | null, language: Language): Promise<KeptLicence | null> => {
  const doc = id
    ? await req.payload.db.findOne<LicenceDoc>({ collection: 'licences', where: { id: { equals: id } }, locale: 'all', req })
    : null
  return doc ? kept(doc, language) : null
}

/** The newest one: what a new issue starts with. */
export const newestLicence = async (req: PayloadRequest, language: Language): Promise<KeptLicence | null> => {
  const { docs } = await req.payload.db.find<LicenceDoc>({
    collection: 'licences',
    sort: '-validFrom',
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  return docs[0] ? kept(docs[0], language) : null
}

const kept = (doc: LicenceDoc, language: Language): KeptLicence => {
  const word = (words: Words) => wordIn(words, language)
  const imprint: Imprint = {
    issuer: word(doc.publisher),
    licenceNumber: doc.number,
    licenceDate: civilDay(doc.date),
    licenceIssuer: word(doc.issuer),
    printer: word(doc.printer),
    printRun: doc.printRun,
    frequency: word(doc.frequency),
    personResponsible: word(doc.personResponsible),
  }
  return {
    id: String(doc.id),
    imprint,
    printedName: word(doc.name),
    number: doc.number,
    date: civilDay(doc.date),
    issuer: word(doc.issuer),
    name: word(doc.name),
    purpose: word(doc.purpose),
    languages: doc.languages ?? [],
    frequency: word(doc.frequency),
    pageLimit: doc.pageLimit,
    trim: { widthMm: doc.trimWidth, heightMm: doc.trimHeight },
    printRun: doc.printRun,
    printer: word(doc.printer),
    area: word(doc.area),
    personResponsible: word(doc.personResponsible),
    validFrom: civilDay(doc.validFrom),
    validTo: doc.validTo ? civilDay(doc.validTo) : null,
  }
}

type RuleDoc = {
  id: string
  key: string
  check: string
  text?: Words
  citation?: Words
  validFrom: string
  validTo?: string | null
  parameters?: Readonly<Record<string, unknown>> | null
}

/** Every legal rule there is or was; which one holds is said by the date of the issue. */
export const legalRules = async (req: PayloadRequest): Promise<readonly LegalRule[]> => {
  const { docs } = await req.payload.db.find<RuleDoc>({
    collection: 'rules',
    limit: 0,
    pagination: false,
    sort: 'key',
    locale: 'all',
    req,
  })
  const inAll = (words: Words) => ({ vi: wordIn(words, 'vi'), en: wordIn(words, 'en'), ja: wordIn(words, 'ja') })
  return docs.map(({ key, check, text, citation, validFrom, validTo, parameters }) => ({
    key,
    check: check as LegalRule['check'],
    text: inAll(text),
    citation: inAll(citation),
    validFrom: civilDay(validFrom),
    validTo: validTo ? civilDay(validTo) : null,
    parameters: parameters ?? {},
  }))
}

/** A newsroom opens with the rules that are known; a row that is there is the administrator's, whatever it says. */
export const addLegalRules = async (payload: Payload): Promise<void> => {
  for (const { key, check, text, citation, validFrom, validTo, parameters } of LEGAL_RULES) {
    if (await payload.db.findOne({ collection: 'rules', where: { key: { equals: key } } })) continue
    const { id } = await payload.create({
      collection: 'rules',
      data: { key, check, text: text.vi, citation: citation.vi, validFrom, validTo, parameters } as never,
      locale: 'vi',
      overrideAccess: true,
    })
    for (const locale of LANGUAGES.filter((language) => language !== 'vi'))
      await payload.update({
        collection: 'rules',
        id,
        data: { text: text[locale], citation: citation[locale] } as never,
        locale,
        overrideAccess: true,
      })
  }
}
