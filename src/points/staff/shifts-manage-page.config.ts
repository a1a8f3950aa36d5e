export default definePageConfig({ navigationBarTitleText: '志愿班次' })
