export default definePageConfig({ navigationBarTitleText: '我调解的一件' })
