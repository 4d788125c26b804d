import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useRef } from 'react'

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

/** Draws into an element; drawn anew when the theme, the language or the figures change. */
export function useChart(
  make: () => EChartsCoreOption,
  onPick: (series: number, index: number) => void,
  key: unknown[],
): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef({ make, onPick })
  useEffect(() => {
    latest.current = { make, onPick }
  })
  const drawing = JSON.stringify(key)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const chart = echarts.init(element, null, { renderer: 'svg' })
    chart.setOption({ animation: false, aria: { enabled: true }, ...latest.current.make() })
    chart.on('click', ({ seriesIndex, dataIndex }) => latest.current.onPick(seriesIndex ?? 0, dataIndex))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [drawing])
  return frame
}
