/** `npm run build`: everything that is not current; `--force` all of it; `--programs` without the desk. */
import { build } from './compile'
import { run, say } from './speak'

run(async () => {
  const began = Date.now()
  await build({ force: process.argv.includes('--force'), desk: !process.argv.includes('--programs') })
  say(`Xong, ${((Date.now() - began) / 1000).toFixed(1)} s.`, 'Built.')
})
