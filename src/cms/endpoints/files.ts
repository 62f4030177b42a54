import type { Response } from 'express'
import { contentDisposition } from '#text/filename'

/** A file to keep, never a page to look at. */
export const sendFile = (res: Response, name: string, type: string, content: string | Uint8Array): void => {
  headFile(res, name, type)
  res.send(typeof content === 'string' ? content : Buffer.from(content))
}

export const headFile = (res: Response, name: string, type: string): void => {
  res.set({ 'content-type': type, 'content-disposition': contentDisposition(name), 'cache-control': 'private, no-store' })
}
