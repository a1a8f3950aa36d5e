export default definePageConfig({ navigationBarTitleText: '接访安排' })
