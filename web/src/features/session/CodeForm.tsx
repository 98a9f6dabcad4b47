import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, isProblem, type Document, type Session } from '@/shared/api';
import { useSubmit } from '@/shared/forms';
import { AttemptProblem } from './AttemptProblem';

type Code = Document<'ShowCode'>;
type Props = { onIn: (session: Session) => void; onOther: () => void };

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeForm({ onIn, onOther }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Code>();
  const show = useSubmit(form, (values: Code) => http.post<Session>('/api/session/second-factor', values));
  // Whoever took too long begins again with the password.
  const tooLate = isProblem(show.error) && show.error.status === 401;
  return (
    <Form<Code>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={values =>
        show.mutate(values, {
          onSuccess: onIn,
          onError: error => {
            if (isProblem(error) && error.status === 401) onOther();
          },
        })
      }
    >
      {!tooLate && <AttemptProblem error={show.error} homeless={show.homeless} />}
      <Form.Item
        name="code"
        label={t('session.code.label')}
        extra={t('session.code.extra')}
        rules={[{ required: true, message: t('session.code.required') }]}
      >
        <Input size="large" autoFocus autoComplete="one-time-code" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={show.isPending}
        style={{ marginTop: 12 }}
      >
        {t('session.submit')}
      </Button>
      <Button type="link" block onClick={onOther} style={{ marginTop: 8 }}>
        {t('session.code.other')}
      </Button>
    </Form>
  );
}
