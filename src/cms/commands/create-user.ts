/** `npm run create-user -- --email … --name … --roles administrator`: the way to the first person; the password is read from standard input. */
import { createInterface } from 'node:readline/promises'
import { option, runCommand } from '#cms/command'
import { ROLES, type Role } from '#newsroom'

await runCommand(async ({ payload, args, say }) => {
  const email = option(args, 'email')
  const name = option(args, 'name')
  const roles = (option(args, 'roles') ?? 'administrator').split(',').map((role) => role.trim())
  const unknown = roles.filter((role) => !(ROLES as readonly string[]).includes(role))
  if (!email || !name || unknown.length > 0) {
    say(
      `Cách dùng: npm run create-user -- --email ten@donvi.vn --name "Họ tên" --roles ${ROLES.join(',')}`,
      `Usage: npm run create-user -- --email name@office.vn --name "Full name" --roles ${ROLES.join(',')}`,
    )
    return 64 // EX_USAGE of sysexits.h
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const password = (await prompt.question('Mật khẩu, từ 12 ký tự · Password, 12 characters or more: ')).trim()
  prompt.close()
  try {
    const user = await payload.create({
      collection: 'users',
      data: { email, name, roles: roles as Role[], password } as never,
      overrideAccess: true,
    })
    say(`Đã tạo tài khoản ${email} (${String(user.id)}).`, `Made the account ${email} (${String(user.id)}).`)
    return 0
  } catch (error) {
    say(`Không tạo được: ${error instanceof Error ? error.message : String(error)}`, 'The account was not made.')
    return 1
  }
})
