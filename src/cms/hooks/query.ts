import type { CollectionBeforeOperationHook, FlattenedField, PayloadRequest, Where } from 'payload'
import { NewsroomError } from '#newsroom'
import { asApiError } from '../errors'

/** More conditions than any list of ours sends. */
const CONDITIONS = 200
/** Payload checks what it filters by across one relation; across two it leaves the check unawaited, and its refusal ends the process. */
const HOPS = 1

/**
 * What may be asked of a collection from outside. No order across a relation: the order of rows that one may see would
 * tell the values of rows that one may not.
 */
export const boundedQuery: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const asking = args as { where?: unknown; sort?: unknown; data?: unknown; overrideAccess?: boolean }
  const { where, sort, overrideAccess } = asking
  if (overrideAccess) return args
  // A form with a file may say nothing else.
  if (operation === 'create' || operation === 'update') asking.data ??= {}
  if (asking.data !== undefined && (typeof asking.data !== 'object' || Array.isArray(asking.data)))
    throw tooFar('body', typeof asking.data)
  const asked = pathsOf(where)
  if (asked.length > CONDITIONS) throw tooFar('where', `> ${CONDITIONS}`)
  for (const { path, hops } of asked) if (hops + hopsOf(path, collection.flattenedFields, req) > HOPS) throw tooFar('where', path)
  for (const path of [sort].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [])))
    if (hopsOf(path.replace(/^-/, ''), collection.flattenedFields, req) > 0) throw tooFar('sort', path)
  return args
}

const tooFar = (field: string, reason: string) => asApiError(new NewsroomError('request.invalid', { field, reason }))

type Asked = { readonly path: string; readonly hops: number }
/** Every path of a filter, without recursion: its depth is the sender's choice. A filter inside `contains` is one relation further. */
const pathsOf = (where: unknown): readonly Asked[] => {
  const found: Asked[] = []
  const open: { part: unknown; hops: number }[] = [{ part: where, hops: 0 }]
  for (let next = open.pop(); next && found.length <= CONDITIONS; next = open.pop()) {
    if (typeof next.part !== 'object' || next.part === null) continue
    for (const [path, value] of Object.entries(next.part as Where)) {
      if (/^(?:and|or)$/i.test(path)) {
        for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) open.push({ part, hops: next.hops })
        continue
      }
      found.push({ path, hops: next.hops })
      if (typeof value !== 'object' || value === null) continue
      for (const operand of Object.values(value))
        if (typeof operand === 'object' && operand !== null && !Array.isArray(operand))
          open.push({ part: operand, hops: next.hops + 1 })
    }
  }
  return found
}

/** How often a path crosses into another collection. */
const hopsOf = (path: string, fields: readonly FlattenedField[], req: PayloadRequest): number => {
  let hops = 0
  let here = fields
  const steps = path.replaceAll('__', '.').split('.')
  // Of an old save the same is asked as of the text, behind this word.
  if (steps[0] === 'version' && steps.length > 1) steps.shift()
  for (const [index, step] of steps.entries()) {
    const rest = steps.slice(index + 1)
    const leaves = rest.length > 0 && !(rest.length === 1 && ['id', '_id', 'value', 'relationTo'].includes(rest[0] ?? ''))
    // The save's own text, by relation.
    const field = here.find(({ name }) => name === step)
    if (!field) {
      if (step === 'parent' && index === 0) hops += leaves ? 1 : 0
      continue
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      if (!leaves) return hops
      hops += 1
      if (typeof field.relationTo !== 'string') return HOPS + 1
      here = req.payload.collections[field.relationTo]?.config.flattenedFields ?? []
    } else if ('flattenedFields' in field) here = field.flattenedFields
  }
  return hops
}
