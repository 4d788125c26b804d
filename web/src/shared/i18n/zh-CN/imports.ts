export default {
  title: '历史导入',
}
