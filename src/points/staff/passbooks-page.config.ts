export default definePageConfig({ navigationBarTitleText: '各户存折' })
