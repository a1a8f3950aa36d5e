export default definePageConfig({ navigationBarTitleText: 'lists' })
