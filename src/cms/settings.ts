/** What the desk's routes know of the installation. */
export type DeskSettings = {
  readonly mode: 'demo' | 'production'
  readonly publicUrl: string
  readonly newsroomUrl: string
  readonly previewKey: Buffer
}
