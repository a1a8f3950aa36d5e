export default definePageConfig({ navigationBarTitleText: '积分项目' })
