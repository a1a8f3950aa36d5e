export default definePageConfig({ navigationBarTitleText: '一顿的菜单' })
