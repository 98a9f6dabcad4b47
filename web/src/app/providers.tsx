import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/shared/i18n';
import { antdTheme, useDark } from '@/shared/theme';
import { usePhone } from '@/shared/ui';

/** What every page stands on: data, language and the face. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dark = useDark();
  const phone = usePhone();
  const theme = useMemo(() => antdTheme(dark, phone), [dark, phone]);
  const closable = { 'aria-label': t('common.close') };
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        locale={language === 'en' ? enUS : zhCN}
        theme={theme}
        drawer={{ closable }}
        modal={{ closable }}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: 'optional', scrollToFirstError: { focus: true } }}
      >
        <AntApp component={false}>{children}</AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
