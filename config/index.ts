// Taro reads its configuration from this path only; it lives in config/taro.
export { default } from './taro/taro.config'
