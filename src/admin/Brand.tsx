import { ICON_SVG } from './icon'

const Mark = ({ size }: { size: number }) => (
  <img alt="" className="desk-mark" height={size} src={`data:image/svg+xml,${encodeURIComponent(ICON_SVG)}`} width={size} />
)

/** The mark in the corner of every screen; the link around it is named by Payload. */
export const Icon = () => <Mark size={22} />

/** Above the login form. */
export const Logo = () => (
  <div className="desk-logo">
    <Mark size={56} />
    <div>
      <p className="desk-logo__name">TTĐN Newsroom</p>
      <p className="desk-logo__line">Thông tin đối ngoại · Lâm Đồng</p>
    </div>
  </div>
)
