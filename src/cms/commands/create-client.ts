/** `npm run create-client -- --name "…"`: a key for an outside site that pulls; shown once, kept only as a digest. */
import { createHash, randomBytes } from 'node:crypto'
import { option, runCommand } from '#cms/command'

await runCommand(async ({ payload, args, say }) => {
  const name = option(args, 'name')
  if (!name) {
    say(
      'Cách dùng: npm run create-client -- --name "Tên đơn vị khai thác"',
      'Usage: npm run create-client -- --name "Name of the outlet"',
    )
    return 64 // EX_USAGE of sysexits.h
  }
  const keyId = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  await payload.db.create({
    collection: 'clients',
    data: {
      name,
      keyId,
      keyHash: createHash('sha256').update(secret).digest('hex'),
      scopes: ['read', 'changes'],
      state: 'active',
    },
  })
  say(`Khóa của ${name} (chỉ hiện một lần): ttdn_${keyId}_${secret}`, `Key of ${name} (shown once): ttdn_${keyId}_${secret}`)
  return 0
})
