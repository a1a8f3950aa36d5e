export default definePageConfig({ navigationBarTitleText: '补贴办法' })
