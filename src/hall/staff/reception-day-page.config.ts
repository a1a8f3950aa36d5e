export default definePageConfig({ navigationBarTitleText: '接访日' })
