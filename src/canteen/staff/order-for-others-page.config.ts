export default definePageConfig({ navigationBarTitleText: '替老人订餐' })
