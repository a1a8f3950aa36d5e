export default definePageConfig({ navigationBarTitleText: '排菜单', enableShareAppMessage: true })
