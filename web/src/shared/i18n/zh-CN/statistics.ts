export default {
  title: '统计',
}
