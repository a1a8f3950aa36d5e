import {
  asksForSomething,
  chatterReason,
  echoes,
  isSettled,
  isStaffName,
  onlyPraises,
  plainWish,
} from '../../cloudfunctions/lists/intake/chatter.rule'

describe('why a line is no need', () => {
  test.each([
    ['大家早上好☀️', '问候'],
    ['各位邻居晚上好', '问候'],
    ['在吗', '问候'],
    ['谢谢社区工作人员🙏', '道谢'],
    ['辛苦了', '道谢'],
    ['收到', '回应'],
    ['好的好的', '回应'],
    ['哈哈哈哈', '回应'],
    ['👍👍👍', '只有表情'],
    ['[微笑][玫瑰]', '只有表情'],
    ['@小王 ', '只是@别人'],
    ['[图片]', '图片或文件'],
    ['[文件] 通知.docx', '图片或文件'],
    ['张三撤回了一条消息', '系统消息'],
    ['“李四”通过扫描二维码加入群聊', '系统消息'],
    ['“王五”拍了拍我', '系统消息'],
    ['【停水通知】明天停水', '通知'],
    ['温馨提示：天冷注意保暖', '通知'],
    ['11月需求汇总', '标题'],
    ['敲门没人', '没有需求'],
  ])('%s: %s', (line, why) => {
    expect(chatterReason(line)).toBe(why)
  })
  test.each([
    '早上好，我家水管漏了',
    '谢谢社区上次帮忙，这次想问托管',
    '好想学跳舞',
    '楼道灯坏了[图片]',
    '@小王 我家停电了',
    '麻烦帮我看看电视',
    '请问几点开始',
  ])('「%s」 may be a need', (line) => {
    expect(chatterReason(line)).toBeUndefined()
  })
})

test.each(['+1', '＋1', '同求', '我家也是', '我也要！', '@阿芳 +1'])('「%s」 joins in', (line) => {
  expect(echoes(line)).toBe(true)
})
test('a sentence of its own does not only join in', () => {
  expect(echoes('我也要给老爸理发')).toBe(false)
})

test.each([
  ['您好，我想学琴，谢谢！', '我想学琴'],
  ['邻居们好，请问谁有梯子', '请问谁有梯子'],
  ['@小王 灯坏了[图片]😭', '灯坏了'],
  ['能修灯吗？麻烦您了，谢谢', '能修灯吗?'],
])('「%s」 asks: %s', (line, wish) => {
  expect(plainWish(line.replaceAll('，', ',').replaceAll('？', '?').replaceAll('！', '!'))).toBe(wish)
})

test('praise, settling, asking and staff are told apart', () => {
  expect(onlyPraises('昨天的理发师傅手艺真不错')).toBe(true)
  expect(onlyPraises('真好，还想再来一次')).toBe(false)
  expect(isSettled('已经修好了，谢谢')).toBe(true)
  expect(isSettled('修不好了')).toBe(false)
  expect(asksForSomething('能不能教教我')).toBe(true)
  expect(asksForSomething('今天天气真好')).toBe(false)
  expect(isStaffName('金桂社区小王')).toBe(true)
  expect(isStaffName('阿芳')).toBe(false)
})
