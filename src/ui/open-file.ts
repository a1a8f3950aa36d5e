import Taro from '@tarojs/taro'
import { cloud } from '../cloud/cloud'
import { say } from './say'

/** Opens a paper out of the cloud's storage: WeChat shows it, a browser opens it beside the page. */
export const openFile = async (fileId: string): Promise<void> => {
  if (process.env.TARO_ENV === 'h5') {
    window.open(cloud.pictureOf(fileId), '_blank', 'noopener')
    return
  }
  try {
    const { tempFilePath } = await Taro.cloud.downloadFile({ fileID: fileId })
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
  } catch {
    say('没有打开,请检查网络再试')
  }
}
