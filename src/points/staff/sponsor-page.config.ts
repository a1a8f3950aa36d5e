export default definePageConfig({ navigationBarTitleText: '赞助单位' })
