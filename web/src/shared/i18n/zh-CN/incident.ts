export default {
  title: '事件',
}
