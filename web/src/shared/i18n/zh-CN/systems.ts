export default {
  title: '系统台账',
}
