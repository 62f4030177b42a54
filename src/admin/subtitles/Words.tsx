import type { Language } from '#newsroom'
import { partsOf } from '#video/line'

/** Lines of a cue as they are read: ruby as ruby, in their own language. */
export const Words = ({ lines, language, className }: { lines: readonly string[]; language: Language; className?: string }) => (
  <span className={className} lang={language}>
    {lines.map((line, index) => (
      <span className="desk-words__line" key={index}>
        {partsOf(line).map((part, at) =>
          part.kind === 'text' ? (
            part.text
          ) : (
            <ruby key={at}>
              {part.base}
              <rp>（</rp>
              <rt>{part.reading}</rt>
              <rp>）</rp>
            </ruby>
          ),
        )}
      </span>
    ))}
  </span>
)
