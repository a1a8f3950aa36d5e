import { cannotLeaveHome, reachesByTelephone } from '../../cloudfunctions/lists/matching/mobility.rule'

test.each([
  ['瘫在床上两年了', true],
  ['腿脚不便，落唔到楼', true],
  ['我爸下不了楼', true],
  ['插着尿管，换一次要去医院', true],
  ['推婴儿车进单元门卡住', false],
  ['楼下太吵睡不着', false],
  ['想下楼走走锻炼', false],
])('%s means that somebody cannot leave home: %s', (text, expected) => {
  expect(cannotLeaveHome(text)).toBe(expected)
})

test.each([
  ['心理热线，夜间接听', true],
  ['可电话倾诉', true],
  ['教老人微信视频聊天', true],
  ['结果电话通知', false],
  ['电话预约后到店', false],
  ['每周二免费理发', false],
])('%s reaches people from afar: %s', (text, expected) => {
  expect(reachesByTelephone(text)).toBe(expected)
})
