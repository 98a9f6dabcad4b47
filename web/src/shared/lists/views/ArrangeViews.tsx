import { Checkbox, Drawer, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan, type Listing, type ListViews } from '@/shared/api';
import { usePhone } from '@/shared/ui';
import Reorder from '../Reorder';
import { useOwnList } from './data';
import { isShared, labelsOf, tabsOf } from './labels';
import styles from '../lists.module.css';

type Props = { listing: Listing; views: ListViews; onClose: () => void };

/** Which views stand above the list in which order, and with which one it opens. */
export default function ArrangeViews({ listing, views, onClose }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const phone = usePhone();
  const own = useOwnList(listing.name);
  const labels = labelsOf(listing, views);
  const tabs = tabsOf(listing, views);
  const shown = tabs.filter(({ hidden }) => !hidden).length;
  const hide = (key: string, hidden: boolean) =>
    void own.setTabs(tabs.map(tab => (tab.key === key ? { ...tab, hidden } : tab)));
  const options = (keys: string[]) => keys.map(key => ({ value: key, label: labels.get(key) ?? key }));
  const declared = listing.views.map(({ key }) => key);
  const shared = views.views.filter(isShared).map(({ id }) => id);
  return (
    <Drawer
      open
      title={t('lists.saved.arrange')}
      size={phone ? '100%' : 440}
      onClose={onClose}
      mask={{ blur: false }}
    >
      <section aria-label={t('lists.saved.tabs')} className={styles.arrange}>
        <h3>{t('lists.saved.tabs')}</h3>
        <Reorder
          lines={tabs.map(({ key, hidden }) => ({
            key,
            label: labels.get(key) ?? key,
            content: (
              <Checkbox
                checked={!hidden}
                disabled={!hidden && shown === 1}
                onChange={({ target }) => hide(key, !target.checked)}
              >
                {labels.get(key) ?? key}
              </Checkbox>
            ),
          }))}
          onOrder={keys => void own.setTabs(keys.map(key => tabs.find(tab => tab.key === key)!))}
        />
      </section>
      <Form layout="vertical" requiredMark={false} className={styles.arrange}>
        <Form.Item label={t('lists.saved.opensWith')}>
          <Select
            aria-label={t('lists.saved.opensWith')}
            allowClear
            placeholder={t('lists.saved.notChosen')}
            value={views.ownOpening}
            options={options(tabs.map(({ key }) => key))}
            onChange={(key: string | undefined) => void own.setOpening(key ?? null)}
          />
        </Form.Item>
        {can('listings:share') && (
          <>
            <h3>{t('lists.saved.byRole')}</h3>
            <p className={styles.aside}>{t('lists.saved.byRoleHint')}</p>
            {views.roles.map(({ role, name, opensWith }) => (
              <Form.Item key={role} label={name}>
                <Select
                  aria-label={name}
                  allowClear
                  placeholder={t('lists.saved.notChosen')}
                  value={opensWith}
                  options={options([...declared, ...shared])}
                  onChange={(key: string | undefined) => void own.setOpeningOf(role, key ?? null)}
                />
              </Form.Item>
            ))}
          </>
        )}
      </Form>
    </Drawer>
  );
}
