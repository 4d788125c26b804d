export default {
  title: '自助申报',
}
