import { Dropdown, type DropdownProps } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useNavigation } from './navigation';

type Props = { placement?: NonNullable<DropdownProps['placement']>; children: ReactElement };

/** The menu of what this person may make anew, under the button given; nothing where there is nothing. */
export function QuickCreate({ placement = 'bottomLeft', children }: Props) {
  const { t } = useTranslation();
  const { creatable } = useNavigation();
  const [making, setMaking] = useState<string | null>(null);
  if (creatable.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement={placement}
        menu={{
          items: creatable.map(({ key, icon, path, form }) => {
            const name = t(`shell.page.${key}`);
            return form
              ? { key, icon, label: name, onClick: () => setMaking(key) }
              : { key, icon, label: <Link to={`${path}?create=1`}>{name}</Link> };
          }),
        }}
      >
        {children}
      </Dropdown>
      {creatable.map(
        ({ key, form: Form }) =>
          Form && <Form key={key} open={making === key} onClose={() => setMaking(null)} />,
      )}
    </>
  );
}
