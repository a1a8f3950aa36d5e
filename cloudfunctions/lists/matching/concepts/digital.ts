import type { Concept } from './concept'

/** Machines and screens for elders (数字助老). */
export const digitalConcepts: readonly Concept[] = [
  {
    id: 'digital.phone',
    name: '智能手机教学',
    in: '数字助老',
    words: '!智能手机 !手机课 !手机班 !手机入门 !清内存 微信 手机 内存 数字课堂 一对一教 视频通话 手机使用',
    asks: '视频+孙|女儿|儿子|点|打|不会 点来点去 按来按去 按错 手机+不会|卡|满|字小|声音|响|新|点 字太小 字体 微信+不会|加|发|点 发语音 发照片 抢红包 朋友圈 老人机 儿子买的手机 女儿买的手机 教一遍忘 嫌我笨 弹广告 广告跳 存满 卡死 不会用 打不通视频 连接打不开 打不开+链接|手机|眼花',
    near: 'digital.payment:.6 digital.register:.65 safety.fraud:.3 edu.seniors:.3 digital.tv:.35 digital.computer:.5 gov.pension:.15 digital.ride:.7 culture.photo:.25',
  },
  {
    id: 'digital.payment',
    name: '手机支付教学',
    in: '数字助老 安全消防',
    words: '!手机支付 !扫码 !付款 !收付款 !手机缴费 缴水电费 支付 限额 付款码 电子钱包 手机银行 收款码',
    asks: '红包 红包+敢|不敢|收|花 钱飞 扫一扫 扫码+不会|怕 现金+不收|没人收|找不开 不收现金 只收手机 交电费 交水费 电费 水费 营业厅 缴费+不会|跑 付不了钱 绑卡 银行卡绑 转给我',
    near: 'digital.phone:.6 safety.fraud:.5 elder.errand:.25 edu.finance:.3',
  },
  {
    id: 'digital.register',
    name: '网上挂号教学',
    in: '数字助老',
    words: '!网上挂号 !预约挂号 !网上预约 挂号 手机挂号',
    asks: '网上号 挂号要手机 不会挂号 号都在网上 约不上 手机抢号 预约+不会',
    near: 'digital.phone:.75 elder.escort:.45',
  },
  {
    id: 'digital.ride',
    name: '手机打车教学',
    in: '数字助老 出行便利',
    words: '!打车 !网约车 叫车 查公交',
    asks: '招手不停 拦不到车 路边拦 打不到车 出租车+不停 叫不到车',
    near: 'digital.phone:.7 travel.minibus:.4 travel.wheelchair-van:.3',
  },
  {
    id: 'digital.tv',
    name: '电视网络调试',
    in: '数字助老 家政维修',
    words: '!机顶盒 !遥控器 !无线网 !电视 !网络调试 !智能音箱 wifi 宽带 路由器 有线电视',
    asks: '遥控 三个遥控 雪花 没台 没信号 没图像 不出影 看不了电视 黑屏+电视 台找不到 调不出台 戏曲频道 会说话的+盒|匣|音箱 喊它不应 网断 连不上网 上不了网 网络+断|慢|连 转圈圈+网|视频 信号不好',
    near: 'digital.phone:.35 repair.appliance:.35 digital.computer:.4',
  },
  {
    id: 'digital.computer',
    name: '电脑维护与电脑课',
    in: '数字助老 教育培训',
    words: '!电脑课 !电脑维护 !电脑 上网课 打印',
    asks: '电脑+慢|卡|不会|蓝屏 打印+哪 复印',
    near: 'edu.computer:.6 digital.phone:.45 digital.tv:.3',
  },
  {
    id: 'digital.glasses',
    name: '无障碍信息工具',
    in: '数字助老',
    words: '!盲用 !读屏 !手语 !手语翻译',
    asks: '看不见+手机 盲人+手机 聋+沟通|办',
    near: 'digital.phone:.45 gov.disability:.2',
  },
]
