import { Button, Form, Input, QRCode, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { useSubmit } from '@/shared/forms';
import { AttemptProblem } from './AttemptProblem';
import styles from './session.module.css';

type Code = Document<'ShowCode'>;
type Props<R> = {
  enrolment: Document<'Enrolment'>;
  confirm: (code: Code) => Promise<R>;
  onDone: (result: R) => void;
};

/** Telling an app the secret, and having it show that it knows it. */
export function Enrolment<R>({ enrolment, confirm, onDone }: Props<R>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Code>();
  const submit = useSubmit(form, confirm);
  return (
    <div className={styles.enrolment}>
      <p className={styles.hint}>{t('session.factor.scan')}</p>
      <div className={styles.qr}>
        <QRCode value={enrolment.uri} size={184} type="svg" bordered={false} color="#000" bgColor="#fff" />
      </div>
      <p className={styles.hint}>{t('session.factor.byHand')}</p>
      <Typography.Text code copyable={{ text: enrolment.secret }}>
        {enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}
      </Typography.Text>
      <Form<Code>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.confirm}
        onFinish={values => submit.mutate(values, { onSuccess: onDone })}
      >
        <AttemptProblem error={submit.error} homeless={submit.homeless} />
        <Form.Item
          name="code"
          label={t('session.factor.confirm')}
          rules={[{ required: true, message: t('session.code.required') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={submit.isPending}>
          {t('session.factor.turnOn')}
        </Button>
      </Form>
    </div>
  );
}
