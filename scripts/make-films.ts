/**
 * `node scripts/go.mjs make-films [name …]`: draws the sample films anew, with their sound and posters. For whoever
 * changes a film; everybody else has the finished files. Needs an ffmpeg with VP9 and Opus on the machine.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { coffeeMorning } from '#sample/films/coffee-morning'
import { flowerTrain } from '#sample/films/flower-train'
import { gongEvening } from '#sample/films/gong-evening'
import { renderer } from '#sample/films/render'
import { coffeeScore, gongScore, trainScore } from '#sample/films/scores'
import { wav } from '#sample/films/sound'
import { FRAMES_PER_SECOND, lengthOf, type Footage } from '#sample/films/stage'
import { threeScenes } from '#sample/films/three-scenes'
import { during, run, say, Stop } from './speak'

type Making = {
  readonly footage: Footage
  readonly score: (seconds: number) => Float32Array
  /** Second of the film whose frame becomes the poster. */
  readonly poster: number
}
const FILMS: Readonly<Record<string, Making>> = {
  'coffee-morning': { footage: coffeeMorning, score: coffeeScore, poster: 7.6 },
  'gong-evening': { footage: gongEvening, score: gongScore, poster: 25.4 },
  'flower-train': { footage: flowerTrain, score: trainScore, poster: 26 },
  'three-scenes': { footage: threeScenes, score: trainScore, poster: 15 },
}
const FOLDER = 'src/sample/films'
const SIZE = { width: 640, height: 360 }
const POSTER = { width: 1280, height: 720 }

run(async () => {
  if (spawnSync('ffmpeg', ['-version']).status !== 0)
    throw new Stop(
      'Máy này chưa có ffmpeg (cần bộ mã hóa VP9 và Opus). Trên Debian/Ubuntu, hãy chạy: apt-get install ffmpeg. Muốn dùng phim mẫu thì không cần: các tệp .webm đã có sẵn.',
      'There is no ffmpeg on this machine (VP9 and Opus are needed). On Debian/Ubuntu run: apt-get install ffmpeg. To use the sample films it is not needed: the .webm files are there.',
    )
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in FILMS))
  if (unknown.length > 0)
    throw new Stop(
      `Không có phim mẫu nào tên ${unknown.join(', ')}. Các phim: ${Object.keys(FILMS).join(', ')}.`,
      `There is no sample film called ${unknown.join(', ')}. The films: ${Object.keys(FILMS).join(', ')}.`,
    )
  const folder = mkdtempSync(join(tmpdir(), 'ttdn-films-'))
  try {
    for (const [name, making] of Object.entries(FILMS).filter(([name]) => asked.length === 0 || asked.includes(name))) {
      const file = join(FOLDER, `${name}.webm`)
      await during(`Vẽ phim ${name}`, `Drawing the film ${name}`, async () => {
        const sound = join(folder, `${name}.wav`)
        writeFileSync(sound, wav(making.score(lengthOf(making.footage))))
        await encode(making.footage, sound, file)
        await poster(making, join(FOLDER, `${name}.jpg`))
      })
      say(`${file}: ${Math.round(statSync(file).size / 1000)} kB`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Half a megabyte of picture a film: the rate is met in two passes over frames kept without loss. */
const PICTURE_RATE = '100k'
const SOUND_RATE = '32k'

const encode = async (footage: Footage, sound: string, file: string): Promise<void> => {
  const frames = `${sound}.mkv`
  const drawing = ffmpeg(
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${SIZE.width}x${SIZE.height}`, '-r', String(FRAMES_PER_SECOND)],
    ...['-i', 'pipe:0', '-pix_fmt', 'yuv420p', '-c:v', 'ffv1', frames],
  )
  const frame = renderer(footage, SIZE)
  for (let index = 0; index < lengthOf(footage) * FRAMES_PER_SECOND; index++)
    if (!drawing.input.write(await frame(index / FRAMES_PER_SECOND))) await once(drawing.input, 'drain')
  await drawing.ended()

  const picture = [
    '-c:v',
    'libvpx-vp9',
    '-b:v',
    PICTURE_RATE,
    '-deadline',
    'good',
    '-row-mt',
    '1',
    '-g',
    '250',
    '-passlogfile',
    sound,
  ]
  await ffmpeg('-i', frames, ...picture, '-cpu-used', '4', '-pass', '1', '-an', '-f', 'null', '-').ended()
  await ffmpeg(
    ...['-i', frames, '-i', sound, ...picture, '-cpu-used', '2', '-pass', '2'],
    ...['-c:a', 'libopus', '-b:a', SOUND_RATE, '-ac', '1'],
    // Keeps the encoder's own version and random numbers out of the file.
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', file],
  ).ended()
  rmSync(frames)
}

const ffmpeg = (...parameters: readonly string[]) => {
  const running = spawn('ffmpeg', ['-y', '-loglevel', 'error', ...parameters], { stdio: ['pipe', 'inherit', 'inherit'] })
  const closed = once(running, 'close')
  return {
    input: running.stdin,
    ended: async (): Promise<void> => {
      running.stdin.end()
      const [code] = (await closed) as [number | null]
      if (code !== 0) throw new Stop('ffmpeg không mã hóa được; lý do ở ngay trên.', 'ffmpeg failed; the reason stands above.')
    },
  }
}

const poster = async ({ footage, poster: seconds }: Making, file: string): Promise<void> => {
  await sharp(await renderer(footage, POSTER)(seconds), { raw: { ...POSTER, channels: 3 } })
    .jpeg({ quality: 76, mozjpeg: true })
    .toFile(file)
}
