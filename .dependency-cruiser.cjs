/** Who may import whom (docs/decisions, architecture): checked with every `npm run check`. Paths are of source files. */
// Of the Bản tin only what stands beside print/ and epub/, where pages and files are made.
const PURE = '^src/(editorial|translation|publication|video|programme)/|^src/bulletin/[^/]+\\.ts$'
const SHARED = '^src/(newsroom|richtext)\\.ts$|^src/text/'
const PAYLOAD_SIDE = '^(collections/|src/(cms|admin|app)/|src/payload\\.config\\.ts$|src/server\\.ts$)'
// The environment asks node:net only whether something is an address.
const NETWORK_SIDE = '^src/env\\.ts$|^src/(delivery|sandbox|cms|app|admin)/|^src/server\\.ts$|^(scripts|test)/'

/** Who among the rules may read whom: cues are segments of a text in time; a programme is made of what was released, films among it. */
const NEIGHBOURS = {
  video: ['^src/translation/'],
  translation: ['^src/video/'],
  programme: ['^src/publication/', '^src/video/'],
  publication: ['^src/video/(cue|line|segments|subtitles)\\.ts$'],
}

/** Packages of pure code: no clock, no disk, no network behind them. */
const HARMLESS_PACKAGES =
  '^node_modules/(canonicalize|diff|fast-sha256|i18next|ulid|wanakana|sanitize-html|feedsmith|fflate|saxes|standardwebhooks)/'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: { pathNot: '^src/payload-types\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'newsroom-imports-nothing',
      severity: 'error',
      from: { path: '^src/newsroom\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'text-imports-the-shared-words',
      comment: 'richtext and text know the shared words, each other, and harmless packages.',
      severity: 'error',
      from: { path: '^src/richtext\\.ts$|^src/text/' },
      to: { pathNot: [SHARED, HARMLESS_PACKAGES], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-stay-pure',
      comment: 'The rules of the newsroom: shared words, words on screen, themselves, node:crypto.',
      severity: 'error',
      from: { path: PURE },
      to: { pathNot: [SHARED, PURE, HARMLESS_PACKAGES, '^locales/', '^(node:)?crypto$'] },
    },
    ...['editorial', 'translation', 'publication', 'video', 'programme'].map((module) => ({
      name: `${module}-not-sideways`,
      comment: 'A rule receives what it needs as values; a type that two share lives in newsroom.',
      severity: 'error',
      from: { path: `^src/${module}/` },
      to: {
        path: PURE,
        pathNot: [`^src/${module}/`, ...(NEIGHBOURS[module] ?? [])],
      },
    })),
    {
      name: 'delivery-stands-alone',
      comment: 'The public side must not be able to reach drafts, accounts or secrets of the desk.',
      severity: 'error',
      from: { path: '^src/delivery/' },
      to: {
        path: [
          '^node_modules/(payload|@payloadcms)/',
          '^(collections|src/(cms|admin|app|editorial|translation|sandbox|sample))/',
          '^src/(payload|server)',
        ],
        // One pure rule: readers of a translation are told by the same measure as the desk. It knows nothing of the desk.
        pathNot: ['^src/translation/staleness\\.ts$'],
      },
    },
    {
      name: 'public-delivery-has-no-database',
      comment: 'It opens the read model and the public media folder and nothing else.',
      severity: 'error',
      from: { path: '^src/delivery/public/' },
      to: { path: ['^node_modules/(mongodb|@libsql|libsql|mongoose)/', '^src/delivery/(outbox|secrets|dispatcher|projector)'] },
    },
    {
      name: 'payload-at-its-edge',
      severity: 'error',
      from: { pathNot: [PAYLOAD_SIDE, '^(test|scripts)/', '^src/payload-types\\.ts$', '^next\\.config\\.mjs$'] },
      to: { path: '^node_modules/(payload|@payloadcms)/' },
    },
    {
      name: 'the-way-out-is-delivery',
      comment: 'Whoever opens a connection stands behind the guard; `fetch` is watched by the linter.',
      severity: 'error',
      from: { path: '^(src|collections)/', pathNot: [NETWORK_SIDE] },
      to: { path: ['^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', '^node_modules/(undici|express|axios|node-fetch)/'] },
    },
    {
      name: 'undici-only-in-delivery',
      severity: 'error',
      from: { path: '^(src|collections)/', pathNot: ['^src/delivery/'] },
      to: { path: '^node_modules/undici/' },
    },
    {
      name: 'sandbox-is-an-outsider',
      comment: 'An outlet engineer copies it: it must stand without the newsroom.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: ['^(collections|src/(cms|admin|app|editorial|translation|delivery))/', '^src/(payload|server)'] },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(src|collections)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'development-packages-stay-home',
      severity: 'error',
      from: { path: '^(src|collections)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(src|collections)/' },
      to: { couldNotResolve: true, pathNot: ['\\.css$', '\\.scss$'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^\\.next/', '^dist/', '^src/app/\\(payload\\)/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
}
