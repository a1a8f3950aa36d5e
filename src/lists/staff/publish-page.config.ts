export default definePageConfig({ navigationBarTitleText: '发布清单', enableShareAppMessage: true })
