export default definePageConfig({ navigationBarTitleText: '列一个问题' })
