export default {
  title: '收到的告警',
}
