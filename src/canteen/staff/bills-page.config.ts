export default definePageConfig({ navigationBarTitleText: '收钱和账单' })
