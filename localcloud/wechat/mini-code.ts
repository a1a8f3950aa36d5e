import { encode } from 'uqr'
import { drawPng } from './png'
import { WechatError } from './wechat-error'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/**
 * `wxacode.getUnlimited` (小程序码): here a QR code that opens the page of the web build. Refuses with 40129 (scene:
 * 1 to 32 characters of WeChat's set), 41030 (page with a leading `/` or a query, or not in the app), 40097 (width).
 */
export const drawMiniCode = (
  args: Record<string, unknown>,
  pageExists: (page: string) => boolean,
  baseUrl: string,
): Buffer => {
  const { scene, page = '', check_path: checkPath = true, width = 430 } = args
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new WechatError(40129, 'invalid scene')
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) {
    throw new WechatError(41030, 'invalid page')
  }
  if (checkPath !== false && page !== '' && !pageExists(page)) throw new WechatError(41030, 'invalid page')
  if (typeof width !== 'number' || width < 280 || width > 1280) throw new WechatError(40097, 'invalid width')
  const url = `${baseUrl}/#/${page}?scene=${encodeURIComponent(scene)}`
  return drawPng(encode(url, { ecc: 'M', border: 2 }).data, width)
}
