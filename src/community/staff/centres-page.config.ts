export default definePageConfig({ navigationBarTitleText: '中心和站点' })
