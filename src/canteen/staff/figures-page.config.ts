export default definePageConfig({ navigationBarTitleText: '食堂的数' })
