/** `npm run check-invariants [-- --settled]`: everything that must be true of log, deliveries and media. Exit 1 when not. */
import { runCommand } from '#cms/command'
import { violations } from '#cms/invariants'

await runCommand(async ({ payload, env, args, say }) => {
  const found = await violations(payload, env, { settled: args.includes('--settled') })
  for (const { rule, what } of found) say(`VI PHẠM: ${rule}: ${what}`, `VIOLATION: ${rule}: ${what}`)
  if (found.length === 0) say('Mọi điều kiện bất biến đều đúng.', 'All invariants hold.')
  return found.length === 0 ? 0 : 1
})
