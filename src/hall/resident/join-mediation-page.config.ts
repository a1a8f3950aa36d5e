export default definePageConfig({ navigationBarTitleText: '参加调解' })
