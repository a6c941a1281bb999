// The drawing library with only the parts we use; loaded with the first chart.
import { BarChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  DataZoomInsideComponent,
  GraphicComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  DataZoomInsideComponent,
  GraphicComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  CanvasRenderer,
]);

export type Drawn = { readonly show: (option: EChartsCoreOption) => void; readonly end: () => void };

export function draw(box: HTMLElement, onClick: (name: string, data: unknown) => void): Drawn {
  const chart = init(box);
  chart.on('click', ({ name, data }) => onClick(name, data));
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(box);
  const fontFamily = getComputedStyle(document.body).fontFamily;
  return {
    show: (option) =>
      chart.setOption(
        { animationDuration: 150, animationDurationUpdate: 150, textStyle: { fontFamily }, ...option },
        true,
      ),
    end: () => {
      watch.disconnect();
      chart.dispose();
    },
  };
}
