export default definePageConfig({ navigationBarTitleText: '说需求' })
