export default definePageConfig({ navigationBarTitleText: '管货架' })
