/** `npm run verify-log`: is the log, and the audit trail, what it was? Exit 1 and the first bad number when not. */
import { runCommand } from '#cms/command'
import { CHAINS, headKeyOf, readHeads, verify } from '#cms/chains'

await runCommand(async ({ payload, env, say }) => {
  const heads = env.headKey ? await readHeads(env.signedHeadFile) : []
  const key = env.headKey ? headKeyOf(env.headKey) : null
  let sound = true
  for (const chain of CHAINS) {
    const verdict = await verify(payload, chain, heads, key)
    const signed = heads.filter((head) => head.chain === chain).length
    if (verdict.ok)
      say(
        `${chain}: nguyên vẹn, ${verdict.seq} bản ghi, đối chiếu ${signed} đầu sổ đã ký.`,
        `${chain}: whole, ${verdict.seq} records, checked against ${signed} signed heads.`,
      )
    else
      say(
        `${chain}: HỎNG từ số ${verdict.firstBad} (${verdict.why}).`,
        `${chain}: BROKEN from number ${verdict.firstBad} (${verdict.why} ${JSON.stringify(verdict.facts)}).`,
      )
    sound &&= verdict.ok
  }
  return sound ? 0 : 1
})
