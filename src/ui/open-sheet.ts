import Taro from '@tarojs/taro'
import { say } from './say'

/** Opens an .xlsx from the cloud: WeChat shows it and can forward it, a browser downloads it. */
export const openSheet = async (url: string): Promise<void> => {
  if (process.env.TARO_ENV === 'h5') {
    window.location.assign(url)
    return
  }
  try {
    const { tempFilePath } = await Taro.downloadFile({ url })
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  } catch {
    say('表格没有打开,请检查网络再试')
  }
}
