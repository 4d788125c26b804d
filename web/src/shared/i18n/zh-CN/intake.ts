export default {
  title: '来电登记',
}
