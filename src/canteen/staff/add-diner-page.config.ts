export default definePageConfig({ navigationBarTitleText: '登记用餐人' })
