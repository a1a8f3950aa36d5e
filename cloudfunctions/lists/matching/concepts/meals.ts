import type { Concept } from './concept'

/** Eating (助餐). */
export const mealConcepts: readonly Concept[] = [
  {
    id: 'meal.canteen',
    name: '社区饭堂',
    in: '助餐',
    words: '!饭堂 !食堂 !长者食堂 堂食 打饭 打包 快餐 一荤一素 套餐 饭菜 热饭 平价',
    asks: '灶台 不想做饭 懒得做 没人做饭 不会做饭 不想开火 开火 动火 烧饭 煮饭 煮食 冷锅冷灶 冷饭 剩饭 剩菜 一顿当两顿 吃两顿 对付一口 对付两口 凑合吃 随便吃 随便扒 泡面 泡饭 白粥 白糜 咸菜 酱油捞饭 馒头 外卖吃 外卖太贵 外卖油 吃外卖 下馆子 下馆子贵 吃不起 一个人吃饭 一个人的饭 饭难做 没胃口 午饭没着落 晚饭没着落 晚饭 晚餐 午饭 午餐 中午饭 食饭 饭点 吃饭难 吃饭问题 没口热的 热乎饭 热乎 现成的菜 现成饭 带两个菜 买现成 饭搭子 一人份 锅都不想刷 煮一餐食三餐 搞饭 弄饭 整口饭',
    offers: '老年餐 长者饭堂 午餐 晚餐 助餐点 助餐 用餐 就餐 元一份 一份',
    near: 'meal.delivery:.5 meal.breakfast:.3 meal.home-cooked:.35 goods.fridge:.3 neigh.feast:.2 space.kitchen:.2 elder.birthday:.25',
  },
  {
    id: 'meal.breakfast',
    name: '早餐供应',
    in: '助餐',
    words: '!早餐 !早点 豆浆 油条 包子 稀饭 早茶',
    asks: '早饭 过早 空着肚子 空肚子上学 饿着上学 饿着上班 早起没东西吃 早上没得吃 清早+吃',
    near: 'meal.canteen:.35 goods.fridge:.25',
  },
  {
    id: 'meal.delivery',
    name: '送餐上门',
    in: '助餐 助老巡访',
    words: '!送餐 !送饭 !配餐 饭菜送到 送到家门口 保温箱',
    asks: '饭送到 把饭送 送口饭 送上来 下不了楼+饭|吃|餐 下不来+饭|吃 卧床+饭|吃 走不动+饭|吃 爬不动楼+饭|吃 腿脚+吃饭|打饭|饭堂 拎不动饭 没人端饭 端饭 饿着等 等女儿送饭 等儿子下班+饭|吃',
    offers: '助餐配送 上门送 送餐到家 骑手送 志愿者送',
    near: 'meal.home-cooked:.65 meal.canteen:.4 elder.errand:.35',
  },
  {
    id: 'meal.home-cooked',
    name: '上门做饭',
    in: '助餐 助老巡访 家政维修',
    words: '!上门做饭 !上门煮饭 !做午饭 !上门烧饭 到家做饭 家里做饭 做一顿 做顿饭',
    asks: '到家里煮 来家煮 上家里做 帮我煮 现炒 锅铲 炒不了菜 颠不动锅 切不动菜 切不了菜 拿不动刀 站不住灶 灶前站不住 看不清灶 忘关火+做饭 软烂 软菜 煮烂 嚼不动 没牙+饭|吃|肉 手抖+饭|菜|锅',
    offers: '做一顿午饭 家厨 带菜上门 少盐软烂',
    near: 'meal.delivery:.7 meal.canteen:.35 elder.errand:.3 meal.diet:.4',
  },
  {
    id: 'meal.diet',
    name: '特殊饮食与营养指导',
    in: '助餐 医疗健康',
    words: '!营养餐 !糖尿病餐 低糖 低盐 少油 控糖 营养师 膳食 忌口 流食 糊餐',
    asks: '什么能吃什么不能吃 不敢吃甜 饭量怎么配 吃啥血糖 吃了血糖 尿酸高吃 痛风+吃 吞咽 打成糊',
    near: 'meal.canteen:.4 health.chronic:.45 health.blood-pressure:.3',
  },
  {
    id: 'meal.festival',
    name: '节日聚餐',
    in: '助餐 邻里互助 文体活动',
    words: '!年夜饭 !团圆饭 !围炉 包饺子 包粽子 做汤圆 腊八粥 节日聚餐 百家宴',
    asks: '过年一个人 除夕一个人 过节冷清 年三十 过年没人 中秋一个人 元宵一个人 过节+一个人 孩子不回来过年',
    near: 'neigh.feast:.65 elder.birthday:.4 meal.canteen:.3 culture.craft:.2',
  },
]
