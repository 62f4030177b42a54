/** `npm run sign-head`: signs where both chains stand and writes it to a place outside the database (one JSON line each). */
import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { runCommand } from '#cms/command'
import { CHAINS, headKeyOf, readHeads, rowsOf } from '#cms/chains'
import { databaseNow } from '#cms/database'
import { signHead } from '#publication/chain'

await runCommand(async ({ payload, env, say }) => {
  if (!env.headKey) {
    say(
      'Thiếu HEAD_KEY; hãy tạo bằng lệnh: openssl rand -base64 32',
      'HEAD_KEY is missing; make one with: openssl rand -base64 32',
    )
    return 78
  }
  const key = headKeyOf(env.headKey)
  const heads = await readHeads(env.signedHeadFile)
  await mkdir(dirname(env.signedHeadFile), { recursive: true })
  for (const chain of CHAINS) {
    const signed = Math.max(0, ...heads.filter((head) => head.chain === chain).map(({ seq }) => seq))
    const rows: { seq: number; digest: string }[] = []
    for await (const { seq, digest } of rowsOf(payload, chain, signed)) rows.push({ seq, digest })
    const head = signHead(chain, rows, { key, at: (await databaseNow(payload)).toISOString() })
    if (head) await appendFile(env.signedHeadFile, `${JSON.stringify(head)}\n`)
    say(`${chain}: đã ký đến số ${head?.seq ?? signed}.`, `${chain}: signed up to number ${head?.seq ?? signed}.`)
  }
  return 0
})
