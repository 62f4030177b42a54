/** `npm run reset-demo`: takes the demo of this folder away, on MongoDB its database as well; production is never touched. */
import { existsSync } from 'node:fs'
import { demoIn, emptyFolder, folderOf, isDemoFolder, isOwn } from './demo-folder'
import { addInstallation } from './environment'
import { run, say, Stop } from './speak'

run(async () => {
  addInstallation()
  const folder = folderOf()
  if (!existsSync(folder)) return say('Chưa có gì để xóa.', 'There is nothing to remove.')
  if (!isDemoFolder(folder)) {
    throw new Stop(
      `Thư mục ${folder} không phải của bản chạy thử nên được giữ nguyên.`,
      `The folder ${folder} is not a demo's and stays as it is.`,
    )
  }
  const owner = demoIn(folder)
  if (owner)
    throw new Stop(
      `Bản chạy thử đang chạy (tiến trình ${owner}). Hãy dừng bằng Ctrl-C trước.`,
      `The demo is running (process ${owner}). Stop it with Ctrl-C first.`,
    )
  const { DATABASE_URL: url } = process.env
  // Only a database that the demo of this folder filled.
  if (url?.startsWith('mongodb') && isOwn(folder, url)) await dropDatabase(url)
  emptyFolder(folder)
  say(
    'Đã xóa dữ liệu chạy thử. Lần sau npm run demo sẽ tạo tòa soạn mẫu mới.',
    'The demo is removed. The next npm run demo makes a new one.',
  )
})

const dropDatabase = async (url: string): Promise<void> => {
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000 })
  await client.db().dropDatabase()
  await client.close()
}
