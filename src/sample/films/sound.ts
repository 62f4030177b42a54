/**
 * An orchestra of sine waves and noise: bamboo flute, plucked strings, gongs, wind, birds, fire, a steam engine. Sounds
 * are added to one mono track; times are seconds, pitches hertz, loudness runs from 0 to 1.
 */
import { chance } from '../drawings/sketch'

export const SAMPLE_RATE = 48_000

/** Hertz of a note so many semitones above (below) the A of 440 Hz. */
export const pitch = (semitones: number): number => 440 * 2 ** (semitones / 12)

const TURN = Math.PI * 2
const rise = (time: number, length: number) => Math.max(0, Math.min(1, time / length))

export const orchestra = (key: string, seconds: number) => {
  const random = chance(`sound ${key}`)
  const length = Math.round(seconds * SAMPLE_RATE)
  const [dry, hall] = [new Float32Array(length), new Float32Array(length)]
  const noise = () => random() * 2 - 1

  const add = (start: number, duration: number, room: number, wave: (time: number) => number): void => {
    const first = Math.round(start * SAMPLE_RATE)
    for (let index = Math.max(0, first); index < Math.min(length, first + Math.round(duration * SAMPLE_RATE)); index++) {
      const value = wave((index - first) / SAMPLE_RATE)
      dry[index] = dry[index]! + value * (1 - room)
      hall[index] = hall[index]! + value * room
    }
  }

  /** Noise through one band of a state-variable filter whose middle may move. */
  const band = (middle: (time: number) => number, sharpness: number) => {
    let [low, mid] = [0, 0]
    return (time: number): number => {
      const step = 2 * Math.sin((Math.PI * middle(time)) / SAMPLE_RATE)
      low += step * mid
      mid += step * (noise() - low - mid / sharpness)
      return mid
    }
  }

  const flute = (start: number, hertz: number, duration: number, loudness: number): void => {
    const breath = band(() => hertz * 2, 6)
    let phase = 0
    add(start, duration + 0.25, 0.55, (time) => {
      const vibrato = rise(time - 0.35, 0.6) * 0.006 * Math.sin(TURN * 5.1 * time)
      const scoop = -0.03 * Math.exp(-time * 18)
      phase += (hertz * (1 + vibrato + scoop)) / SAMPLE_RATE
      const shape =
        rise(time, 0.09) *
        (time < duration ? 1 : Math.exp(-(time - duration) * 16)) *
        (0.82 + 0.18 * Math.sin(TURN * 5.1 * time) * rise(time - 0.35, 0.6))
      const tone = Math.sin(TURN * phase) + 0.28 * Math.sin(2 * TURN * phase) + 0.1 * Math.sin(3 * TURN * phase)
      return loudness * shape * (0.3 * tone + 0.05 * breath(time) * (1 + 2 * Math.exp(-time * 14)))
    })
  }

  /** A string after Karplus and Strong: a burst of noise that circulates and grows dull. */
  const pluck = (start: number, hertz: number, loudness: number, duration = 2.2): void => {
    const size = Math.max(2, Math.round(SAMPLE_RATE / hertz))
    const string = Float32Array.from({ length: size }, noise)
    for (let pass = 0; pass < 2; pass++)
      for (let index = 1; index < size; index++) string[index] = (string[index]! + string[index - 1]!) / 2
    // A burst that is not level would leave a hum below hearing for as long as the string sounds.
    const level = string.reduce((sum, value) => sum + value, 0) / size
    for (let index = 0; index < size; index++) string[index] = string[index]! - level
    let at = 0
    add(start, duration, 0.35, (time) => {
      const next = (at + 1) % size
      const value = string[at]!
      string[at] = 0.4985 * (value + string[next]!)
      at = next
      return loudness * 0.9 * value * (1 - rise(time - duration + 0.3, 0.3))
    })
  }

  /** A bronze gong: partials off the harmonic row, beating in pairs, the high ones gone first, the shimmer coming late. */
  const gong = (start: number, hertz: number, loudness: number, duration = 5): void => {
    const partials = [
      [1, 1, 1.1],
      [1.006, 0.6, 1],
      [1.52, 0.42, 1.7],
      [2.03, 0.5, 1.5],
      [2.74, 0.3, 2.4],
      [3.41, 0.2, 3],
      [4.18, 0.16, 3.8],
      [5.37, 0.1, 5],
    ] as const
    add(
      start,
      duration,
      0.4,
      (time) =>
        partials.reduce(
          (sum, [ratio, strength, decay], order) =>
            sum +
            strength *
              Math.sin(TURN * hertz * ratio * time + order) *
              Math.exp((-time * decay * 2.2) / duration) *
              (order < 4 ? 1 : rise(time, 0.08)),
          0,
        ) *
        loudness *
        0.26 *
        rise(time, 0.006) *
        (1 - rise(time - duration + 0.5, 0.5)),
    )
    const felt = band(() => 420, 2)
    add(start, 0.09, 0.2, (time) => loudness * 0.5 * felt(time) * Math.exp(-time * 60))
  }

  const wind = (start: number, duration: number, loudness: number): void => {
    const air = band((time) => 420 + 190 * Math.sin(TURN * 0.11 * time + start) + 80 * Math.sin(TURN * 0.29 * time), 1.6)
    add(
      start,
      duration,
      0.3,
      (time) =>
        loudness *
        0.32 *
        air(time) *
        Math.min(rise(time, 2), rise(duration - time, 2)) *
        (0.7 + 0.3 * Math.sin(TURN * 0.17 * time)),
    )
  }

  const water = (start: number, duration: number, loudness: number): void => {
    const lap = band((time) => 700 + 300 * Math.sin(TURN * 0.42 * time), 1.2)
    add(
      start,
      duration,
      0.3,
      (time) =>
        loudness *
        0.13 *
        lap(time) *
        Math.min(rise(time, 1.5), rise(duration - time, 1.5)) *
        (0.45 + 0.55 * Math.sin(TURN * 0.42 * time) ** 2),
    )
  }

  /** Some calls of a small bird from time to time. */
  const birdsong = (start: number, duration: number, loudness: number): void => {
    for (let at = start + random() * 2; at < start + duration - 1; at += 1.4 + random() * 2.6) {
      const [base, calls] = [2300 + random() * 1500, 2 + Math.floor(random() * 3)]
      for (let call = 0; call < calls; call++) {
        const bend = 300 + random() * 700
        let phase = 0
        add(at + call * 0.16, 0.11, 0.5, (time) => {
          phase += (base + bend * Math.sin((Math.PI * time) / 0.11)) / SAMPLE_RATE
          return loudness * 0.2 * Math.sin(TURN * phase) * Math.sin((Math.PI * time) / 0.11) ** 2
        })
      }
    }
  }

  const crickets = (start: number, duration: number, loudness: number): void =>
    add(start, duration, 0.2, (time) => {
      const chirp = Math.max(0, Math.sin(TURN * 1.3 * time)) ** 2 * Math.max(0, Math.sin(TURN * 27 * time))
      return loudness * 0.07 * chirp * Math.sin(TURN * 4150 * time) * Math.min(rise(time, 1.5), rise(duration - time, 1.5))
    })

  const crackle = (start: number, duration: number, loudness: number): void => {
    const roar = band(() => 160, 1)
    add(start, duration, 0.1, (time) => loudness * 0.5 * roar(time) * Math.min(rise(time, 1), rise(duration - time, 1)))
    for (let at = start + 0.4; at < start + duration - 0.6; at += 0.03 + random() ** 2 * 0.5) {
      const [snap, force] = [band(() => 1500 + random() * 2500, 2), random() ** 2]
      add(at, 0.025, 0.1, (time) => loudness * 1.2 * force * snap(time) * Math.exp(-time * 220))
    }
  }

  /** One stroke of steam. */
  const chuff = (start: number, loudness: number, duration = 0.2): void => {
    const blast = band((time) => 950 - 500 * rise(time, duration), 1.1)
    add(start, duration, 0.25, (time) => loudness * 1.5 * blast(time) * rise(time, 0.015) * Math.exp((-time * 4.5) / duration))
  }

  /** Two wheels over a gap between rails. */
  const clack = (start: number, loudness: number): void => {
    for (const [late, force] of [
      [0, 1],
      [0.13, 0.75],
    ] as const) {
      const knock = band(() => 260, 4)
      add(start + late, 0.08, 0.15, (time) => loudness * force * 1.3 * knock(time) * Math.exp(-time * 48))
    }
  }

  const whistle = (start: number, duration: number, loudness: number): void => {
    const steam = band(() => 1900, 3)
    add(start, duration + 0.3, 0.6, (time) => {
      const shape = rise(time, 0.12) * (time < duration ? 1 : Math.exp(-(time - duration) * 14))
      const bend = 1 - 0.02 * Math.exp(-time * 7)
      const chord = [493.9, 587.3, 740, 880].reduce(
        (sum, hertz, order) => sum + Math.sin(TURN * hertz * bend * time + order) * (1 - order * 0.15),
        0,
      )
      return loudness * shape * (0.075 * chord + 0.05 * steam(time))
    })
  }

  /** The finished track: a hall after Schroeder, the loudest moment a little under full scale, quiet at both ends. */
  const track = (): Float32Array => {
    const wet = hallOf(hall)
    const mixed = dry.map((value, index) => value + wet[index]!)
    const loudest = mixed.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
    const gain = 1.25 / loudest
    const peak = Math.tanh(1.25)
    return mixed.map((value, index) => {
      const time = index / SAMPLE_RATE
      return ((0.8 * Math.tanh(value * gain)) / peak) * Math.min(rise(time, 0.8), rise(seconds - time, 1.8))
    })
  }

  return { flute, pluck, gong, wind, water, birdsong, crickets, crackle, chuff, clack, whistle, track }
}
export type Orchestra = ReturnType<typeof orchestra>

const hallOf = (input: Float32Array): Float32Array => {
  const sum = new Float32Array(input.length)
  for (const [delay, feedback] of [
    [1687, 0.8],
    [1931, 0.79],
    [2213, 0.77],
    [2531, 0.76],
  ] as const) {
    const line = new Float32Array(delay)
    let dull = 0
    for (let index = 0; index < input.length; index++) {
      const out = line[index % delay]!
      dull = out * 0.7 + dull * 0.3
      line[index % delay] = input[index]! + dull * feedback
      sum[index] = sum[index]! + out * 0.3
    }
  }
  for (const delay of [241, 83]) {
    const line = new Float32Array(delay)
    for (let index = 0; index < sum.length; index++) {
      const stored = line[index % delay]!
      const value = sum[index]! + stored * 0.5
      line[index % delay] = value
      sum[index] = stored - value * 0.5
    }
  }
  return sum
}

/** 16-bit mono WAV. */
export const wav = (samples: Float32Array): Buffer => {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(SAMPLE_RATE, 24)
  bytes.writeUInt32LE(SAMPLE_RATE * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((value, index) => bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32767), 44 + index * 2))
  return bytes
}
