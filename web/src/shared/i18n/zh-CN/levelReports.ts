export default {
  title: '逐级上报',
  hint: '三级及以上故障即时报送应知悉的人员，由其确认；逾时未确认的转报上级',
  none: '没有上报',
  noneHint: '故障定为三级及以上时自动报送，规则在“服务协议”的“逐级上报”中设置。',
  mine: '待我确认',
  people: '{{over}} {{role}}',
  nobody: '无人担任',
}
