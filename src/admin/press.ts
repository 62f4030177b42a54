/** One press of a button. The same request pressed again keeps its key, so that the server counts it once. */
export type Press = { readonly key: string; readonly request: string }

export const press = (last: Press | null, request: unknown, fresh: () => string): Press => {
  const asked = JSON.stringify(request)
  return last?.request === asked ? last : { key: fresh(), request: asked }
}
