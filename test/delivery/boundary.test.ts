import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** Everything that a program is made of, as it is built for use. */
const madeOf = async (entry: string) => {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const [output] = Object.values(metafile.outputs)
  return {
    files: Object.keys(metafile.inputs).sort(),
    packages: [...new Set((output?.imports ?? []).map(({ path }) => path))].filter((path) => !path.startsWith('node:')).sort(),
    nodes: [...new Set((output?.imports ?? []).map(({ path }) => path))].filter((path) => path.startsWith('node:')).sort(),
    text: outputFiles[0]?.text ?? '',
  }
}

describe('the delivery process', () => {
  it('is made without a database, a secret, a way out, or the desk', async () => {
    const { files, packages, nodes, text } = await madeOf('src/delivery/public/server.ts')
    // Whoever adds a package here says why in the same commit.
    expect(packages).toEqual(['express', 'i18next', 'lmdb', 'pino', 'zod'])
    expect(nodes).toEqual([
      'node:buffer',
      'node:crypto',
      'node:fs',
      'node:http',
      'node:module',
      'node:net',
      'node:path',
      'node:url',
    ])
    expect(
      files.filter(
        (file) =>
          !/^(src\/(delivery\/(public\/|read-model|program|file-name)|publication\/|text\/|newsroom|richtext|env|logger)|locales\/)/.test(
            file,
          ),
      ),
    ).toEqual([])
    expect(
      files.filter((file) => /outbox|secrets|dispatcher|projector|log-source|sqlite|mongodb|channels|guard/.test(file)),
    ).toEqual([])
    // It opens nothing outwards: no client of http, no socket of its own.
    expect(text).not.toMatch(/\bfetch\(|http\.request|https\.|net\.connect|createConnection/)
  })

  it('so are the projector without secrets and express, and the dispatcher without express and the read model', async () => {
    const [projector, dispatcher] = await Promise.all([madeOf('src/delivery/projector.ts'), madeOf('src/delivery/dispatcher.ts')])
    for (const { packages } of [projector, dispatcher])
      expect(packages.filter((name) => /payload|^next$|react|express/.test(name))).toEqual([])
    expect(projector.files.filter((file) => /secrets|outbox|channels|dispatcher/.test(file))).toEqual([])
    expect(projector.packages).not.toContain('undici')
    expect(dispatcher.files.filter((file) => /read-model|projector|public\//.test(file))).toEqual([])
    expect(dispatcher.packages).not.toContain('lmdb')
  })
})
