import { describe, expect, it } from 'vitest'
import { loggerFor, SECRET_FIELDS } from '#logger'

const written = (say: (log: ReturnType<typeof loggerFor>) => void): string => {
  const rows: string[] = []
  say(loggerFor('test', 'info', { write: (row) => void rows.push(row) }))
  return rows.join('')
}

describe('a log', () => {
  it('keeps ids and drops every secret field, at the top and two levels deep', () => {
    for (const field of SECRET_FIELDS) {
      const row = written((log) =>
        log.info(
          { channel: 'portal', [field]: 'TUYET-MAT', one: { [field]: 'TUYET-MAT', two: { [field]: 'TUYET-MAT' } } },
          'delivered',
        ),
      )
      expect(row).not.toContain('TUYET-MAT')
      expect(JSON.parse(row)).toMatchObject({ name: 'test', channel: 'portal', msg: 'delivered' })
    }
  })

  it('drops secrets that an error quotes in its text, its cause and its stack', () => {
    const cause = new Error('mongodb://newsroom:TUYET-MAT@db:27017/newsroom did not answer')
    const row = written((log) =>
      log.error(
        { err: new Error('signing with whsec_TUYETMAT and Bearer TUYET.MAT failed; v1.k1.iv.tag.TUYETMAT', { cause }) },
        'push failed',
      ),
    )
    expect(row).not.toMatch(/TUYET/)
    expect(row).toContain('push failed')
  })

  it('drops a secret that hangs on an error as a field', () => {
    const row = written((log) =>
      log.error(
        {
          err: Object.assign(new Error('refused'), {
            address: 'https://bao.example.vn',
            headers: { authorization: 'TUYET-MAT' },
          }),
        },
        'push failed',
      ),
    )
    expect(row).not.toContain('TUYET-MAT')
    expect(row).toContain('https://bao.example.vn')
  })
})
