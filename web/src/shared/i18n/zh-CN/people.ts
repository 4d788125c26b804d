export default {
  title: '人员与单位',
}
