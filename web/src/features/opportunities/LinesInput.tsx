import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ref } from '@/shared/api';
import { RecordSelect } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { listPrice } from './data';
import { lineAmount, linesAmount, type EnteredLine } from './lines';
import styles from './opportunities.module.css';

type Path = (string | number)[];
type Props = {
  /** Where the lines stand in the form. */
  path: Path;
  currency: string;
  known?: Ref[];
  required?: boolean;
};

/** What is to be sold, line by line; the price begins as the list price. */
export function LinesInput({ path, currency, known = [], required = false }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const format = useFormat();

  const choose = async (row: number, product: string | null) => {
    if (!product) return;
    const at = [...path, row];
    const price = await listPrice(product, currency).catch(() => null);
    const now = form.getFieldValue(at) as EnteredLine | undefined;
    // The product may have been changed again meanwhile.
    if (price !== null && now?.product === product) form.setFieldValue([...at, 'price'], price);
  };
  const money = (amount: number | null) =>
    amount === null ? t('common.dash') : format.exactMoney({ amount, currency }, false);

  return (
    <Form.List
      name={path}
      {...(required && {
        rules: [
          {
            validator: (_: unknown, lines: unknown) =>
              Array.isArray(lines) && lines.length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('opportunities.lines.required'))),
          },
        ],
      })}
    >
      {(rows, { add, remove }, { errors }) => (
        <div className={styles.lines} role="group" aria-label={t('opportunities.lines.title')}>
          {rows.map(({ key, name }, index) => (
            <div key={key} className={styles.line}>
              <Form.Item
                name={[name, 'product']}
                className={styles.lineProduct ?? ''}
                rules={[{ required: true, message: t('opportunities.lines.productRequired') }]}
              >
                <RecordSelect
                  list="products"
                  allowClear={false}
                  known={known}
                  aria-label={t('opportunities.lines.product')}
                  placeholder={t('opportunities.lines.product')}
                  filter={{ column: 'status', operator: 'IS', values: ['ACTIVE'] }}
                  onChange={id => void choose(name, id)}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'quantity']}
                label={t('opportunities.lines.quantity')}
                rules={[{ required: true, message: t('opportunities.lines.quantityRequired') }]}
              >
                <InputNumber min={0.001} precision={3} formatter={trimmed} controls={false} />
              </Form.Item>
              <Form.Item
                name={[name, 'price']}
                label={t('opportunities.lines.price')}
                rules={[{ required: true, message: t('opportunities.lines.priceRequired') }]}
              >
                <InputNumber min={0} precision={2} controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'discount']} label={t('opportunities.lines.discount')} required>
                <InputNumber
                  min={0}
                  max={100}
                  precision={2}
                  formatter={trimmed}
                  controls={false}
                  suffix="%"
                />
              </Form.Item>
              <Form.Item label={t('opportunities.lines.amount')} required shouldUpdate>
                {() => (
                  <span className={`${styles.lineAmount} numbers`}>
                    {money(lineAmount((form.getFieldValue([...path, name]) as EnteredLine) ?? {}))}
                  </span>
                )}
              </Form.Item>
              <Button
                type="text"
                className={styles.lineRemove ?? ''}
                icon={<CloseOutlined />}
                aria-label={t('opportunities.lines.remove', { number: index + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <div className={styles.linesFoot}>
            <Button icon={<PlusOutlined />} onClick={() => add({ quantity: 1, discount: 0 })}>
              {t('opportunities.lines.add')}
            </Button>
            {rows.length > 0 && (
              <Form.Item noStyle shouldUpdate>
                {() => (
                  <span className="numbers">
                    {t('opportunities.lines.sum')}{' '}
                    <strong>{money(linesAmount((form.getFieldValue(path) as EnteredLine[]) ?? []))}</strong>{' '}
                    {currency}
                  </span>
                )}
              </Form.Item>
            )}
          </div>
        </div>
      )}
    </Form.List>
  );
}

/** Without zeros that say nothing. */
const trimmed = (value: string | number | undefined) =>
  `${value ?? ''}`.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
