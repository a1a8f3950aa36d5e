import type { Concept } from './concept'

/** Party members' life (党员教育). */
export const partyConcepts: readonly Concept[] = [
  {
    id: 'party.report',
    name: '在职党员社区报到',
    in: '党员教育 邻里互助',
    words: '!双报到 !社区报到 !在职党员 !认领岗位 志愿时长 志愿服务时长 认岗 先锋岗',
    asks: '志愿时长 时长 党员+干点|报到|小区|志愿|出力 机关+党员 给小区干点 实事 报到 攒时长 攒公益 八小时外',
    near: 'neigh.volunteer:.7 neigh.timebank:.45 party.lecture:.25',
  },
  {
    id: 'party.retired',
    name: '离退休党员学习',
    in: '党员教育',
    words: '!离退休党员 !送学上门 !老党员 !政治生日 组织生活 支部',
    asks: '退下来+开会|组织|支部|党 没人叫开会 支部+链接|看不|去不|群 学习群 看不清+学习|文件 老党员 党龄 入党几十年 党徽 组织+忘|找不到',
    near: 'party.lecture:.6 party.report:.25 party.transfer:.35',
  },
  {
    id: 'party.lecture',
    name: '党课与主题党日',
    in: '党员教育',
    words: '!党课 !主题党日 !微党课 !红色教育 !理论 学习日 宣讲 初心 党史',
    asks: '听党课 学习文件 上党课 讲党史 政策+听不懂|看不懂',
    near: 'party.retired:.5 party.film:.6 party.transfer:.3',
  },
  {
    id: 'party.film',
    name: '红色观影与参观',
    in: '党员教育 文体活动',
    words: '!红色电影 !红色教育基地 !参观 !纪念馆 红色',
    asks: '看看老战场 红色路线',
    near: 'party.lecture:.6 culture.film:.55',
  },
  {
    id: 'party.transfer',
    name: '流动党员报到与组织关系',
    in: '党员教育',
    words: '!流动党员 !组织关系 !接转 !党费 转接 口袋党员',
    asks: '组织关系 党费 没交党费 关系+村里|老家|挂 转不过来 找不到组织 党员+外地|打工|老家',
    near: 'party.lecture:.45 party.report:.35 party.retired:.25',
  },
  {
    id: 'party.join',
    name: '入党咨询',
    in: '党员教育',
    words: '!入党 !入党申请 !积极分子 发展党员',
    asks: '想入党 写申请书 怎么入党',
    near: 'party.lecture:.4 party.transfer:.3',
  },
]
