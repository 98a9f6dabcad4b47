import './texts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '@/shared/i18n';
import type { Node } from './tree';
import styles from './organisation.module.css';

type Props = {
  roots: Node[];
  open: ReadonlySet<string>;
  selected: string | null;
  hrefOf: (unit: string) => string;
  onToggle: (id: string) => void;
};

/** The same tree as boxes, one level below the other. */
export function OrgChart({ roots, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.chart} role="region" aria-label={t('people.organisation.chart')} tabIndex={0}>
      <Level nodes={roots} {...rest} />
    </div>
  );
}

function Level({ nodes, ...props }: Omit<Props, 'roots'> & { nodes: Node[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, selected, hrefOf, onToggle } = props;
  return (
    <ul className={styles.level}>
      {nodes.map(({ unit, children, people, vacant }) => {
        const opened = open.has(unit.id);
        return (
          <li key={unit.id}>
            <div className={styles.box} data-selected={unit.id === selected}>
              <Link to={hrefOf(unit.id)}>{format.localName(unit)}</Link>
              <span className={styles.boxHead} data-vacant={unit.head !== null && !unit.head.person}>
                {unit.head
                  ? (unit.head.person?.name ?? t('people.organisation.headVacant'))
                  : t('people.organisation.noHead')}
              </span>
              <span className={`${styles.boxCount} numbers`}>
                {t('people.organisation.people', { count: people, number: format.exactNumber(people) })}
                {vacant > 0 && ` · ${t('people.organisation.vacancies')} ${format.exactNumber(vacant)}`}
              </span>
              {children.length > 0 && (
                <button
                  type="button"
                  className={styles.more}
                  aria-expanded={opened}
                  aria-label={t(opened ? 'people.organisation.collapse' : 'people.organisation.expand', {
                    name: format.localName(unit),
                  })}
                  onClick={() => onToggle(unit.id)}
                >
                  {opened ? '−' : `+${children.length}`}
                </button>
              )}
            </div>
            {opened && children.length > 0 && <Level nodes={children} {...props} />}
          </li>
        );
      })}
    </ul>
  );
}
