import type { Language } from '#newsroom'
import { DeskProblem, problemIn } from '../desk-api'

/** A file among the media: `onProgress` from 0 to 1. What a film shows is said afterwards. Throws a `DeskProblem`. */
export const sendMedium = (
  file: File,
  { language, onProgress, signal }: { language: Language; onProgress: (part: number) => void; signal: AbortSignal },
): Promise<{ readonly id: string }> =>
  new Promise((done, failed) => {
    const form = new FormData()
    form.set('_payload', '{}')
    form.set('file', file)
    // Only this kind of request tells how far it has come.
    const request = new XMLHttpRequest()
    request.open('POST', '/api/media?depth=0')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', language)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    }
    request.onerror = request.onabort = () => failed(new DeskProblem('network', 0, ''))
    request.onload = () => {
      const said = readJson(request.responseText)
      const id = (said as { doc?: { id?: unknown } } | null)?.doc?.id
      if (request.status < 300 && id !== undefined) done({ id: String(id) })
      else failed(problemIn(request.status, said))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
