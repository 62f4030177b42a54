import type { Snapshot } from '#publication/release'

export const renderPage = (input: { readonly snapshot: Snapshot; readonly preview: { readonly until: string; readonly mediaBase: string } }): string => `<!doctype html><title>${input.snapshot.title}</title>`
