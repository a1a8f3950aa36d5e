export default definePageConfig({ navigationBarTitleText: '替家人订餐' })
