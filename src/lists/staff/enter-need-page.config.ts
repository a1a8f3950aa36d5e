export default definePageConfig({ navigationBarTitleText: '登记需求' })
