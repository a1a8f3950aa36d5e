export default definePageConfig({ navigationBarTitleText: '一件调解' })
