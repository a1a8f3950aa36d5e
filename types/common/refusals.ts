/** Refusals every action may answer, with what people read. */
export const commonRefusals = {
  'COMMON.BAD_INPUT': '填写的内容有误,请按提示改好再试',
  'COMMON.NO_REQUEST_ID': '请求不完整,请更新小程序后再试',
  'COMMON.UNKNOWN_ACTION': '没有这项操作,请更新小程序后再试',
  'COMMON.NO_CALLER': '没有认出您的微信身份,请从微信里打开',
  'COMMON.NOT_RESIDENT': '请先加入这个社区,再办这件事',
  'COMMON.NOT_MEMBER': '住户登记还没有通过,请等社区工作人员审核',
  'COMMON.NOT_ALLOWED': '您没有办这件事的权限',
  'COMMON.NOT_FOUND': '没有找到这条记录,可能已经撤下',
  'COMMON.TEXT_REFUSED': '内容里有不合适的词,请换个说法',
  'COMMON.TEXT_UNCHECKED': '内容暂时没能通过检查,请稍后再试',
  'COMMON.BUSY': '办理的人有点多,请稍后再试',
  'COMMON.CHANGED': '这条记录刚刚被别人改过,请刷新后再办',
  'COMMON.INTERNAL': '没有成功,请重试',
} as const

export type CommonRefusal = keyof typeof commonRefusals
