export default definePageConfig({ navigationBarTitleText: '我们存了您的什么' })
