/** The music and the noises of the sample films; every note is ours. */
import { STROKES } from './gong-evening'
import { orchestra, pitch } from './sound'

type Phrase = readonly (readonly [beat: number, degree: number, beats: number])[]

/** Five notes to the octave; degree 0 is the root, 5 its octave. */
const scaleOf = (root: number, steps: readonly number[]) => (degree: number) => {
  const octave = Math.floor(degree / steps.length)
  return pitch(root + 12 * octave + steps[degree - octave * steps.length]!)
}

export const coffeeScore = (seconds: number): Float32Array => {
  const played = orchestra('coffee-morning', seconds)
  const note = scaleOf(-7, [0, 3, 5, 7, 10])
  const beat = 0.72
  played.wind(0, seconds, 0.55)
  played.birdsong(0.6, 22, 0.9)
  played.birdsong(36, 9, 0.6)
  const bass = [-5, -5, -2, -3, -5, -4, -2, -5]
  for (let bar = 1; bar < 15; bar++) {
    const low = bass[bar % bass.length]!
    for (const [order, [late, degree]] of (
      [
        [0, low],
        [1, low + 5],
        [1.5, low + 7],
        [2, low + 8],
        [3, low + 6],
      ] as const
    ).entries())
      if (bar < 14 || order < 2) played.pluck((bar * 4 + late) * beat, note(degree), order === 0 ? 0.5 : 0.32)
  }
  const melody: Phrase = [
    [8, 5, 2],
    [10, 6, 1],
    [11, 7, 3],
    [15, 6, 1],
    [16, 5, 1],
    [17, 4, 1],
    [18, 3, 3],
    [23, 3, 1],
    [24, 5, 2],
    [26, 7, 1],
    [27, 8, 3],
    [31, 7, 1],
    [32, 6, 1],
    [33, 7, 1],
    [34, 5, 4],
    [40, 8, 2],
    [42, 7, 1],
    [43, 6, 2],
    [46, 7, 1],
    [47, 5, 3],
    [52, 4, 1],
    [53, 3, 1],
    [54, 4, 1],
    [55, 5, 4],
  ]
  for (const [at, degree, beats] of melody) played.flute(at * beat, note(degree), beats * beat * 0.96, 0.62)
  for (let fall = 29.4; fall < 35.4; fall += 0.11) played.pluck(fall + 0.45, 90, 0.1, 0.12)
  return played.track()
}

export const gongScore = (seconds: number): Float32Array => {
  const played = orchestra('gong-evening', seconds)
  const note = scaleOf(-12, [0, 2, 5, 7, 9])
  played.water(0, 11, 0.8)
  played.wind(0, 12, 0.3)
  played.crickets(0, 18, 0.45)
  for (const [at, degree, beats] of [
    [1.4, 2, 1.6],
    [3.2, 3, 0.7],
    [4, 4, 1.8],
    [6.2, 3, 0.6],
    [6.9, 2, 0.6],
    [7.6, 0, 2],
  ] as const)
    played.flute(at, note(degree), beats, 0.5)
  for (const at of STROKES.great) played.gong(at, 98, 0.95, 6)
  for (const at of STROKES.left) played.gong(at, 196, 0.5, 3.4)
  for (const at of STROKES.right) played.gong(at, 147, 0.55, 4)
  played.crackle(18, 21, 0.8)
  // Six gongs share one round of eight half steps; the dancers step on each second one.
  const round = [
    [0, 98, 0.75],
    [2, 196, 0.42],
    [3, 220, 0.34],
    [4, 147, 0.55],
    [5, 261.6, 0.3],
    [6, 196, 0.42],
    [7, 293.7, 0.28],
  ] as const
  for (let bar = 0; bar < 8; bar++)
    for (const [half, hertz, loudness] of round) {
      const at = 19.2 + (bar * 8 + half) * 0.3
      if (at < 38) played.gong(at, hertz, loudness * (bar < 1 ? 0.75 : 1), hertz < 120 ? 4 : 2.2)
    }
  played.gong(38.4, 98, 0.9, 7)
  played.water(37, seconds - 37, 0.7)
  played.crickets(37, seconds - 37, 0.6)
  for (const [at, degree, beats] of [
    [39.4, 4, 1.2],
    [40.8, 3, 0.6],
    [41.5, 2, 1.4],
    [43.2, 0, 2.2],
  ] as const)
    played.flute(at, note(degree), beats, 0.42)
  return played.track()
}

export const trainScore = (seconds: number): Float32Array => {
  const played = orchestra('flower-train', seconds)
  const note = scaleOf(-10, [0, 2, 4, 7, 9])
  const beat = 0.4
  played.birdsong(0, 3, 0.5)
  played.whistle(0.9, 0.5, 0.8)
  played.whistle(1.6, 0.9, 0.9)
  for (let at = 2.5, wait = 0.8; at < seconds - 2; at += wait, wait = Math.max(beat / 2, wait * 0.9))
    played.chuff(at, at > 28 && at < 38 ? 0.22 : at > 38 ? 0.3 : 0.55, Math.min(0.24, wait * 0.8))
  for (let at = 10; at < seconds - 2; at += beat * 2) played.clack(at, at > 28 && at < 38 ? 0.7 : 0.35)
  const chords = [0, 0, 3, 2, 0, 4, 3, 0]
  for (let bar = 0; bar < 20; bar++) {
    const low = chords[bar % chords.length]! - 5
    const start = 10 + bar * 4 * beat
    if (start > seconds - 4) break
    played.pluck(start, note(low), 0.5)
    for (const [late, degree] of [
      [1, 5],
      [1.5, 7],
      [2, 8],
      [3, 7],
      [3.5, 6],
    ] as const)
      played.pluck(start + late * beat, note(low + degree), 0.3, 1.4)
  }
  const melody: Phrase = [
    [0, 5, 2],
    [2, 7, 1],
    [3, 8, 1],
    [4, 7, 3],
    [8, 8, 1],
    [9, 9, 1],
    [10, 8, 1],
    [11, 7, 1],
    [12, 5, 3],
    [16, 7, 2],
    [18, 8, 1],
    [19, 9, 1],
    [20, 10, 3],
    [24, 9, 1],
    [25, 8, 1],
    [26, 7, 1],
    [27, 6, 1],
    [28, 7, 4],
    [36, 10, 2],
    [38, 9, 1],
    [39, 8, 1],
    [40, 9, 3],
    [44, 8, 1],
    [45, 7, 1],
    [46, 8, 1],
    [47, 6, 1],
    [48, 5, 4],
    [56, 7, 1],
    [57, 8, 1],
    [58, 7, 1],
    [59, 6, 1],
    [60, 5, 3],
    [66, 5, 2],
    [68, 7, 2],
    [70, 8, 2],
    [72, 7, 2],
    [74, 6, 2],
    [76, 5, 6],
  ]
  for (const [at, degree, beats] of melody) played.flute(11.6 + at * beat, note(degree), beats * beat * 0.94, 0.5)
  played.whistle(39.6, 0.7, 0.35)
  played.wind(0, seconds, 0.25)
  played.crickets(38, seconds - 38, 0.4)
  return played.track()
}
