export default definePageConfig({ navigationBarTitleText: '用餐人', enableShareAppMessage: true })
