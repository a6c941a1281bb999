// Above a table: how many rows, which columns, and the way out into a file.
import { DownloadOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/words.ts';
import { count } from '../numbers.ts';
import { UI } from '../ui-words.ts';
import type { Column } from './column.ts';
import type { ExportFormat } from './export-rows.ts';

type Props<Row> = {
  readonly shown: number;
  readonly total: number;
  readonly selected: number;
  readonly columns: readonly Column<Row>[];
  readonly isShown: (column: Column<Row>) => boolean;
  readonly onShow: (column: string, shown: boolean) => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly children?: ReactNode;
};

export function TableBar<Row>(props: Props<Row>) {
  const t = useWords(UI);
  const { shown, total, selected, columns, isShown, onShow, onExport, children } = props;
  return (
    <div className="mj-table-bar no-print">
      <span>{t.rows(count(shown), count(total))}</span>
      {selected > 0 && <strong>{t.selected(count(selected))}</strong>}
      {children}
      <span className="mj-grow" />
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <div className="mj-column-list">
            {columns.slice(1).map((column) => (
              <Checkbox
                key={column.id}
                checked={isShown(column)}
                onChange={({ target }) => onShow(column.id, target.checked)}
              >
                {column.title}
              </Checkbox>
            ))}
          </div>
        }
      >
        <Button size="small" type="text" icon={<SettingOutlined />}>
          {t.columns}
        </Button>
      </Popover>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: t.exportXlsx },
            { key: 'csv', label: t.exportCsv },
          ],
          onClick: ({ key }) => onExport(key === 'csv' ? 'csv' : 'xlsx'),
        }}
      >
        <Button size="small" type="text" icon={<DownloadOutlined />}>
          {t.export}
        </Button>
      </Dropdown>
    </div>
  );
}
