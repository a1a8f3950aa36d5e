export default definePageConfig({ navigationBarTitleText: '用餐人' })
