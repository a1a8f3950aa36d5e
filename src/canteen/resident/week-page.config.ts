export default definePageConfig({ navigationBarTitleText: '连订几天' })
