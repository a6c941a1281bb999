// Everything around the pages: answers of the server, look of the controls, addresses.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { usePreferences } from './client/preferences.ts';
import { queries } from './client/queries.ts';
import { createPages } from './routes.tsx';
import { controlTheme } from './theme/control-theme.ts';

export function App() {
  const preferences = usePreferences();
  const router = useMemo(() => createPages(), []);
  const theme = useMemo(() => controlTheme(preferences), [preferences]);
  return (
    <ConfigProvider
      locale={preferences.lang === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
