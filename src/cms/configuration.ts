/** The configuration of Payload: collections, languages, panel; nothing of it decides about texts. */
import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { ja } from '@payloadcms/translations/languages/ja'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { articles } from '#collections/articles'
import { bulletins } from '#collections/bulletins'
import { channels } from '#collections/channels'
import { clients } from '#collections/clients'
import { counters } from '#collections/counters'
import { deliveries } from '#collections/deliveries'
import { editions } from '#collections/editions'
import { events } from '#collections/events'
import { idempotency } from '#collections/idempotency'
import { licences } from '#collections/licences'
import { media } from '#collections/media'
import { organisations } from '#collections/organisations'
import { comments } from '#collections/comments'
import { memory } from '#collections/memory'
import { pieces } from '#collections/pieces'
import { previews } from '#collections/previews'
import { programmes } from '#collections/programmes'
import { records } from '#collections/records'
import { releases } from '#collections/releases'
import { rules } from '#collections/rules'
import { stories } from '#collections/stories'
import { terms } from '#collections/terms'
import { topics } from '#collections/topics'
import { users } from '#collections/users'
import { videos } from '#collections/videos'
import { workflow } from '#collections/workflow'
import { loggerFor } from '#logger'
import { checkRules, jobsAccess, withOwnRules } from './access'
import { database } from './database'
import { newsroomEditor } from './editor/editor'
import { boundedQuery } from './hooks/query'
import { migrations } from './migrations/index'
import { speakOurErrors } from './rest-errors'

/** What differs between installations, and between tests. */
export type Settings = {
  readonly secret: string
  readonly newsroomUrl: string
  readonly dataDir: string
  readonly databaseUrl?: string | undefined
  readonly push?: boolean
}

// Programs are started in the project's folder, compiled or not.
const root = process.cwd()
export const collections = [
  stories,
  articles,
  videos,
  media,
  topics,
  organisations,
  terms,
  releases,
  deliveries,
  channels,
  clients,
  users,
  events,
  workflow,
  counters,
  idempotency,
  previews,
  comments,
  memory,
  bulletins,
  editions,
  pieces,
  records,
  licences,
  rules,
  programmes,
]

checkRules(collections)

export const configuration = ({ secret, newsroomUrl, dataDir, databaseUrl, push = false }: Settings) =>
  buildConfig({
    secret,
    serverURL: newsroomUrl,
    // An empty list would accept every origin.
    csrf: [newsroomUrl],
    cookiePrefix: 'ttdn',
    // Payload adds its own to the list it is given.
    collections: collections.map((collection) => ({
      ...collection,
      // A copy would be a story without a text, in whatever desk, or a secret under another name.
      disableDuplicate: true,
      hooks: { ...collection.hooks, beforeOperation: [boundedQuery, ...(collection.hooks?.beforeOperation ?? [])] },
    })),
    db: database({ dataDir, databaseUrl, push }, { migrations }),
    editor: newsroomEditor,
    sharp,
    telemetry: false,
    logger: loggerFor('payload'),
    // A refusal is an answer, not an incident; its facts can hold somebody's text, which no log may.
    loggingLevels: {
      APIError: false,
      AuthenticationError: false,
      Forbidden: false,
      Locked: false,
      NotFound: false,
      ValidationError: false,
    },
    graphQL: { disable: true },
    maxDepth: 3,
    defaultDepth: 0,
    upload: { limits: { fileSize: 200_000_000 }, abortOnLimit: true, safeFileNames: false },
    localization: {
      locales: [
        { code: 'vi', label: { vi: 'Tiếng Việt', en: 'Vietnamese', ja: 'ベトナム語' } },
        { code: 'en', label: { vi: 'Tiếng Anh', en: 'English', ja: '英語' } },
        { code: 'ja', label: { vi: 'Tiếng Nhật', en: 'Japanese', ja: '日本語' } },
      ],
      defaultLocale: 'vi',
      fallback: false,
    },
    i18n: { supportedLanguages: { vi, en, ja }, fallbackLanguage: 'vi' },
    jobs: { access: jobsAccess, tasks: [] },
    hooks: { afterError: [speakOurErrors] },
    onInit: withOwnRules,
    admin: {
      user: 'users',
      avatar: 'default',
      dateFormat: 'dd/MM/yyyy HH:mm',
      timezones: {
        defaultTimezone: 'Asia/Ho_Chi_Minh',
        supportedTimezones: [{ label: 'Asia/Ho_Chi_Minh', value: 'Asia/Ho_Chi_Minh' }],
      },
      meta: {
        titleSuffix: ' · TTĐN',
        description: 'Tòa soạn Thông tin đối ngoại',
        defaultOGImageType: 'off',
        openGraph: { siteName: 'TTĐN', title: 'TTĐN', description: 'Tòa soạn Thông tin đối ngoại', images: [] },
        icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/assets/icon.svg' }],
      },
      importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
      components: {
        graphics: { Logo: '/src/admin/Brand#Logo', Icon: '/src/admin/Brand#Icon' },
        header: ['/src/admin/ModeBar#ModeBar'],
        beforeNavLinks: ['/src/admin/NavLinks#NavLinks'],
        views: {
          dashboard: { Component: '/src/admin/home/Home#Home' },
          newStory: { Component: '/src/admin/story/NewStory#NewStory', path: '/new-story', exact: true },
          translate: { Component: '/src/admin/translation/Translate#Translate', path: '/translate/:article', exact: true },
          terms: { Component: '/src/admin/terms/Terms#Terms', path: '/terms-desk', exact: true },
          consequences: {
            Component: '/src/admin/consequences/Consequences#Consequences',
            path: '/consequences/:story',
            exact: true,
          },
          bulletins: { Component: '/src/admin/bulletin/Bulletins#Bulletins', path: '/bulletins', exact: true },
          subtitles: { Component: '/src/admin/subtitles/Subtitles#Subtitles', path: '/subtitles/:article', exact: true },
          bulletin: { Component: '/src/admin/bulletin/Bulletin#Bulletin', path: '/bulletin/:issue', exact: true },
          programmes: { Component: '/src/admin/programme/Programmes#Programmes', path: '/programmes', exact: true },
          programme: { Component: '/src/admin/programme/Programme#Programme', path: '/programme/:programme', exact: true },
        },
      },
    },
    typescript: { outputFile: path.join(root, 'src/payload-types.ts') },
  })
