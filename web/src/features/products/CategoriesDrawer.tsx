import './texts';
import { MoreOutlined, PlusOutlined } from '@/shared/ui/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Dropdown, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, useStale } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { HistoryDrawer, type HistoryOf } from '@/shared/records';
import { Bars, Blank, ProblemAlert, usePhone, useProblemText } from '@/shared/ui';
import { CategorySelect } from './CategorySelect';
import { childrenOf, depthOf, lastPosition } from './categories';
import { useCategories, useProductsChanged } from './data';
import type { Category } from './types';
import styles from './products.module.css';

type Editing = { category: Category } | { parent: Category | null };

/** The tree of categories and what may be done with it. */
export function CategoriesDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const changed = useProductsChanged();
  const { data, error, refetch } = useCategories();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [telling, setTelling] = useState<HistoryOf | null>(null);
  const remove = useMutation({
    mutationFn: ({ id }: Category) => http.delete(`/api/categories/${id}`),
    onSuccess: (_, { name }) => void message.success(t('products.category.deleted', { name })),
    onError: problem => void message.error(problemText(problem)),
    onSettled: () => void changed(),
  });
  const ask = (category: Category) => {
    const { name, products } = category;
    const below = childrenOf(data ?? [], category.id).length;
    if (products + below > 0) {
      void modal.warning({
        title: t('products.category.delete', { name }),
        content: t('products.category.inUse', { products, below }),
      });
      return;
    }
    void modal.confirm({
      title: t('products.category.deleteTitle', { name }),
      content: t('products.category.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: () => remove.mutateAsync(category).catch(() => undefined),
    });
  };
  const addButton = (
    <Button icon={<PlusOutlined />} onClick={() => setEditing({ parent: null })}>
      {t('products.category.add')}
    </Button>
  );
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('products.category.title')}
      size={phone ? '100%' : 480}
      mask={{ blur: false }}
      extra={data && data.length > 0 && addButton}
    >
      {error ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bars rows={6} />
      ) : data.length === 0 ? (
        <Blank title={t('products.category.empty')} action={addButton} />
      ) : (
        <ul className={styles.categories}>
          {data.map(category => {
            const { id, name, nameEn, products } = category;
            return (
              <li key={id} style={{ paddingLeft: depthOf(data, category) * 20 }}>
                <button type="button" onClick={() => setEditing({ category })}>
                  {name} {nameEn && <small>{nameEn}</small>}
                </button>
                <span className={`${styles.quiet} numbers`}>
                  {t('products.category.count', { count: products, number: format.exactNumber(products) })}
                </span>
                <Dropdown
                  trigger={['click']}
                  placement="bottomRight"
                  menu={{
                    items: [
                      {
                        key: 'add',
                        label: t('products.category.addBelow', { name }),
                        onClick: () => setEditing({ parent: category }),
                      },
                      {
                        key: 'edit',
                        label: t('products.category.edit', { name }),
                        onClick: () => setEditing({ category }),
                      },
                      {
                        key: 'history',
                        label: t('records.history'),
                        onClick: () => setTelling({ list: 'categories', id, name }),
                      },
                      { type: 'divider' },
                      {
                        key: 'delete',
                        danger: true,
                        label: t('products.category.delete', { name }),
                        onClick: () => ask(category),
                      },
                    ],
                  }}
                >
                  <Button
                    type="text"
                    size="small"
                    icon={<MoreOutlined />}
                    aria-label={t('products.category.actions', { name })}
                  />
                </Dropdown>
              </li>
            );
          })}
        </ul>
      )}
      <HistoryDrawer of={telling} onClose={() => setTelling(null)} />
      {editing && <CategoryForm editing={editing} all={data ?? []} onClose={() => setEditing(null)} />}
    </Drawer>
  );
}

type Values = Omit<Document<'NewCategory'>, 'position'> & { position?: number | null };

function CategoryForm({ editing, all, onClose }: { editing: Editing; all: Category[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const changed = useProductsChanged();
  const category = 'category' in editing ? editing.category : null;
  const parent = 'parent' in editing ? (editing.parent?.id ?? null) : (category?.parent ?? null);
  const body = (values: Values): Document<'NewCategory'> => ({
    ...values,
    position: values.position ?? lastPosition(all, values.parent ?? null),
  });
  const change = (values: Values, version: number) =>
    http.put(`/api/categories/${category?.id}`, {
      ...body(values),
      version,
    } satisfies Document<'EditCategory'>);
  const stale = useStale<Values>({
    fields: [
      { key: 'name', label: t('products.category.name') },
      { key: 'nameEn', label: t('products.category.nameEn') },
      {
        key: 'parent',
        label: t('products.category.parent'),
        render: id => all.find(one => one.id === id)?.path,
      },
      { key: 'position', label: t('products.category.position') },
    ],
    again: change,
    onDone: () => {
      onClose();
      void changed();
    },
  });
  return (
    <>
      <FormDrawer<Values, unknown>
        open
        width={440}
        title={category ? t('products.category.edit', { name: category.name }) : t('products.category.add')}
        onClose={onClose}
        initial={category ?? { parent }}
        save={(values, idempotencyKey) =>
          category
            ? change(values, category.version)
            : http.post('/api/categories', body(values), { idempotencyKey })
        }
        onStale={stale.onStale}
        onSaved={(_, { name }) => {
          void changed();
          void message.success(
            t(category ? 'products.category.changed' : 'products.category.added', { name }),
          );
        }}
      >
        <Form.Item
          name="name"
          label={t('products.category.name')}
          rules={[{ required: true, whitespace: true, message: t('products.required') }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('products.category.nameEn')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="parent"
          label={t('products.category.parent')}
          extra={t('products.category.parentHint')}
        >
          <CategorySelect {...(category && { without: category.id })} />
        </Form.Item>
        <Form.Item name="position" label={t('products.category.position')}>
          <InputNumber min={0} max={9999} precision={0} style={{ width: 120 }} />
        </Form.Item>
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
