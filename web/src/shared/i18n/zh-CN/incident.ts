export default {
  title: '事件',
  none: '还没有事件',
  noneHint: '服务台登记、自助申报和监控告警产生的事件都会出现在这里',
}
