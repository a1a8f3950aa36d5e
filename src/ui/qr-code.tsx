import { Image } from '@tarojs/components'
import { renderSVG } from 'uqr'
import './qr-code.scss'

/** A code others scan. `content` is plain ASCII; `label` tells a screen reader what it is for. */
export function QrCode({ content, label }: { content: string; label: string }) {
  const svg = renderSVG(content, { border: 2 })
  return (
    <Image
      className="qr-code"
      mode="aspectFit"
      aria-role="img"
      aria-label={label}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
    />
  )
}
