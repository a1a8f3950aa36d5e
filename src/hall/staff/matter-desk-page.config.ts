export default definePageConfig({ navigationBarTitleText: '办一件议题' })
