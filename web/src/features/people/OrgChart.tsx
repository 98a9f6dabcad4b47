import './texts';
import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '@/shared/i18n';
import type { Node } from './tree';
import styles from './organisation.module.css';

export type BoxProps = ComponentProps<'div'> & { node: Node };

type Props = {
  roots: Node[];
  open: ReadonlySet<string>;
  selected: string | null;
  hrefOf: (unit: string) => string;
  onToggle: (id: string) => void;
  /** What a unit is drawn in, where more can be done with it than look. */
  Box?: ComponentType<BoxProps>;
  /** What stands in a corner of its box. */
  tools?: (node: Node) => ReactNode;
};

const PlainBox = ({ node: _, ...props }: BoxProps) => <div {...props} />;

/** What is chosen, or else the top, stands in the middle of what is wider than the screen. */
function centred(chart: HTMLElement | null) {
  const box = chart?.querySelector('[data-selected="true"]') ?? chart?.querySelector('[data-selected]');
  if (!chart || !box) return;
  const [around, inner] = [chart.getBoundingClientRect(), box.getBoundingClientRect()];
  chart.scrollLeft += inner.left + inner.width / 2 - (around.left + around.width / 2);
}

/** The same tree as boxes, one level below the other. */
export function OrgChart({ roots, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <div
      ref={centred}
      className={styles.chart}
      role="region"
      aria-label={t('people.organisation.chart')}
      tabIndex={0}
    >
      <Level nodes={roots} {...rest} />
    </div>
  );
}

function Level({ nodes, ...props }: Omit<Props, 'roots'> & { nodes: Node[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, selected, hrefOf, onToggle, Box = PlainBox, tools } = props;
  return (
    <ul className={styles.level}>
      {nodes.map(node => {
        const { unit, children, people, vacant } = node;
        const opened = open.has(unit.id);
        return (
          <li key={unit.id}>
            <Box node={node} className={styles.box} data-selected={unit.id === selected}>
              {tools?.(node)}
              <Link to={hrefOf(unit.id)} draggable={false}>
                {format.localName(unit)}
              </Link>
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
            </Box>
            {opened && children.length > 0 && <Level nodes={children} {...props} />}
          </li>
        );
      })}
    </ul>
  );
}
