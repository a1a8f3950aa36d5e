export default definePageConfig({ navigationBarTitleText: '记积分' })
