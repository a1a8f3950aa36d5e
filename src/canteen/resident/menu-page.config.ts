export default definePageConfig({ navigationBarTitleText: '本周菜单', enableShareAppMessage: true })
