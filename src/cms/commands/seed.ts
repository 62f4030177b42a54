/** Fills an empty demo with the sample newsroom; run by `npm run demo`, refused in production. */
import { runCommand } from '#cms/command'
import { closeShops } from '#cms/bulletin/shop'
import { makeSampleNewsroom } from '#cms/sample-newsroom'
import { FILM_STORIES } from '#sample/films/stories'
import { ADDRESSEES, ISSUES, LICENCE } from '#sample/issues/index'
import { PROGRAMMES } from '#sample/programmes'
import { STORIES } from '#sample/stories/index'

await runCommand(async ({ payload, env, say }) => {
  if (env.mode !== 'demo') {
    say('Tòa soạn mẫu chỉ dành cho bản chạy thử.', 'The sample newsroom is for the demo only.')
    return 78
  }
  // `portal=whsec_…,newspaper=whsec_…`: the same text that the sample outlets read.
  const outlets = (process.env.SANDBOX_SECRETS ?? '').split(',').filter((part) => part !== '')
  const secrets = new Map(
    outlets.map((part) => [
      part.slice(0, part.indexOf('=')).trim(),
      part
        .slice(part.indexOf('=') + 1)
        .trim()
        .split(/\s+/)[0] ?? '',
    ]),
  )
  await makeSampleNewsroom(
    payload,
    [...STORIES, ...FILM_STORIES],
    { sandboxUrl: process.env.SANDBOX_URL ?? env.sandboxUrl, secrets },
    (done) => void process.stdout.write(`${done}\n`),
    { licence: LICENCE, addressees: ADDRESSEES, issues: ISSUES, programmes: PROGRAMMES, mediaDir: env.mediaDir },
  )
  await closeShops()
  return 0
})
