import type { EChartsCoreOption } from 'echarts/core'
import { figure } from '@/shared/figures'

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--hw-color-${name}`).trim()

const axisText = () => ({ color: token('text-secondary'), fontSize: 12 })
const grid = { left: 8, right: 24, top: 32, bottom: 8, containLabel: true }

const tooltip = () => ({
  trigger: 'axis',
  axisPointer: { type: 'shadow' },
  backgroundColor: token('bg-container'),
  borderColor: token('border'),
  textStyle: { color: token('text'), fontSize: 13 },
})

const legend = () => ({ top: 0, right: 0, icon: 'roundRect', itemHeight: 8, textStyle: axisText() })

const values = () => ({
  type: 'value',
  minInterval: 1,
  axisLabel: axisText(),
  splitLine: { lineStyle: { color: token('border-secondary') } },
})

/** Two lines; the second is dashed, so that paper in black and white tells them apart. */
export function linesOption(labels: string[], series: { name: string; data: number[] }[]): EChartsCoreOption {
  const hues = [token('primary'), token('success')]
  return {
    grid,
    tooltip: tooltip(),
    legend: legend(),
    xAxis: { type: 'category', data: labels, axisLabel: axisText(), axisTick: { show: false } },
    yAxis: values(),
    series: series.map((one, index) => ({
      ...one,
      type: 'line',
      symbol: index === 0 ? 'circle' : 'emptyCircle',
      symbolSize: 6,
      color: hues[index],
      lineStyle: { width: 2, type: index === 0 ? 'solid' : 'dashed' },
    })),
  }
}

/** Lying bars, the greatest on top, each with its figure at its end. */
export function barsOption(labels: string[], data: number[], name: string): EChartsCoreOption {
  return {
    grid: { ...grid, top: 8, right: 56 },
    tooltip: tooltip(),
    xAxis: { ...values(), axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels,
      axisLabel: { ...axisText(), width: 130, overflow: 'truncate' },
      axisTick: { show: false },
    },
    series: [
      {
        name,
        type: 'bar',
        data,
        barMaxWidth: 18,
        color: token('primary'),
        label: {
          show: true,
          position: 'right',
          color: token('text'),
          formatter: ({ value }: { value: number }) => figure(value),
        },
      },
    ],
  }
}

/** Two bars side by side, the part before the whole, each with its figure; dark and light, so that black and white will do. */
export function pairsOption(labels: string[], series: { name: string; data: number[] }[]): EChartsCoreOption {
  const hues = [token('success'), token('border')]
  return {
    grid,
    tooltip: tooltip(),
    legend: legend(),
    xAxis: { type: 'category', data: labels, axisLabel: axisText(), axisTick: { show: false } },
    yAxis: values(),
    series: series.map((one, index) => ({
      ...one,
      type: 'bar',
      barMaxWidth: 40,
      color: hues[index],
      label: {
        show: true,
        position: 'top',
        color: token('text'),
        formatter: ({ value }: { value: number }) => figure(value),
      },
    })),
  }
}
