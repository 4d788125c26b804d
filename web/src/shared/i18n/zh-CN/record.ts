export default {
  title: '记录',
}
