'use client'
import { usePanel } from '../panel'
import { DeliveryState } from '../Shown'
import { wordFor } from '../words'
import { summary } from './outlets'

/** How it stands with all outlets in one line: the state that wants attention most, and how many have it. */
export const OutletSummary = ({ outlets }: { outlets: Parameters<typeof summary>[0] }) => {
  const { say } = usePanel()
  const { worst, arrived, all } = summary(outlets)
  if (!worst) return null
  const names = all.map(({ name, state }) => `${name}: ${wordFor(say, 'delivery', state)}`).join('\n')
  return (
    <span className="desk-outlets" title={names}>
      <DeliveryState state={worst} />
      <span className="desk-muted">
        {arrived}/{all.length}
      </span>
    </span>
  )
}
