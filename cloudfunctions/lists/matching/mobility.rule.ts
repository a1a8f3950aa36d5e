const cannotLeave =
  /瘫|卧床|躺床上|下不了床|下唔到床|起不了床|下不了楼|落唔到楼|下不来楼|出不了(?:家|屋|房)门|走不了路|行唔到|行动不便|腿脚不(?:便|灵)|半身不遂|偏瘫|植物人|下不去[^，。]{0,4}台阶|插着(?:胃|尿)管/

const byTelephone = /热线|电话(?!通知|预约|报名|告知)|线上|网上|视频(?!号)|云端|远程/

/** Whether the words say that the person cannot leave home, whatever the form says. */
export const cannotLeaveHome = (text: string): boolean => cannotLeave.test(text)

/** Whether the offer also reaches people by telephone or online. */
export const reachesByTelephone = (text: string): boolean => byTelephone.test(text)
