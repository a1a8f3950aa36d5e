export default definePageConfig({ navigationBarTitleText: '一班志愿' })
