import { App, Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan, type Listing, type ListViews, type SavedView } from '@/shared/api';
import { FormDrawer, useStale } from '@/shared/forms';
import UnitSelect from '../UnitSelect';
import { addView, changeView, sharingOf, useViewsChanged, type ViewBody } from './data';

type Values = { name: string; everybody: boolean; units: string[]; roles: string[] };
type Props = {
  listing: Listing;
  views: ListViews;
  /** The view that is changed; none for a new one. */
  view: SavedView | null;
  /** What a new view is called at first. */
  proposal: string;
  /** What a new view keeps. */
  query: Omit<ViewBody, 'name' | 'sharing'>;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
};

const nobody: ViewBody['sharing'] = { everybody: false, units: [], roles: [] };

/** The name of a view, and with whom it is shared. */
export default function ViewForm({ listing, views, view, proposal, query, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const can = useCan();
  const mayShare = can('listings:share');
  const changed = useViewsChanged(listing.name);
  const sharing = view ? sharingOf(view) : nobody;
  const bodyOf = ({ name, ...shared }: Values): ViewBody => ({
    ...(view ?? query),
    name: name.trim(),
    sharing: mayShare ? { ...sharing, ...shared } : sharing,
  });
  const send = ({ filter, sort, columns, layout, groupBy, ...rest }: ViewBody): ViewBody => ({
    name: rest.name,
    sharing: rest.sharing,
    ...{ filter, sort, columns, layout, groupBy },
  });
  const { dialog, onStale } = useStale<Values>({
    fields: [{ key: 'name', label: t('lists.saved.name') }],
    again: (values, version) => changeView(view!.id, send(bodyOf(values)), version),
    onDone: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <FormDrawer<Values, SavedView>
        open
        width={440}
        title={view ? t('lists.saved.change', { name: view.name }) : t('lists.saved.new')}
        initial={{ name: view?.name ?? proposal, ...sharing }}
        onClose={onClose}
        save={(values, key) =>
          view
            ? changeView(view.id, send(bodyOf(values)), view.version)
            : addView(listing.name, send(bodyOf(values)), key)
        }
        onSaved={saved => {
          void message.success(t('lists.saved.kept', { name: saved.name }));
          void changed().then(() => onSaved(saved));
        }}
        onStale={onStale}
      >
        <Form.Item
          name="name"
          label={t('lists.saved.name')}
          rules={[{ required: true, whitespace: true, message: t('lists.saved.nameless') }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        {mayShare && (
          <>
            <Form.Item name="everybody" label={t('lists.saved.everybody')} valuePropName="checked">
              <Switch />
            </Form.Item>
            {can('people:read') && (
              <Form.Item name="units" label={t('lists.saved.units')} extra={t('lists.saved.unitsHint')}>
                <Units label={t('lists.saved.units')} />
              </Form.Item>
            )}
            <Form.Item name="roles" label={t('lists.saved.roles')} extra={t('lists.saved.rowsHint')}>
              <Select
                mode="multiple"
                options={views.roles.map(({ role, name }) => ({ value: role, label: name }))}
                showSearch={{ optionFilterProp: 'label' }}
              />
            </Form.Item>
          </>
        )}
      </FormDrawer>
      {dialog}
    </>
  );
}

type UnitsProps = { label: string; value?: string[]; onChange?: (units: string[]) => void };

const Units = ({ label, value = [], onChange }: UnitsProps) => (
  <UnitSelect aria-label={label} value={value} onChange={units => onChange?.(units)} />
);
