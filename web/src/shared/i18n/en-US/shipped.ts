/** Names that come with the product as data. */
export default {
  标准工作时间: 'Standard working hours',
  '7×24 小时': 'Around the clock',
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  中国法定工作日: 'Working days in China',
}
