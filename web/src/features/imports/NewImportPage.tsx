import './texts';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import { ArrowLeftOutlined, DownloadOutlined } from '@/shared/ui/icons';
import { templateHref, useKinds } from './data';
import type { ImportKind } from './types';
import { Upload } from './Upload';
import styles from './imports.module.css';

/** The first step: what is imported, and the file. */
export default function NewImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const kinds = useKinds();
  const chosen = kinds.data?.find(({ name }) => name === params.get('kind'));
  return (
    <article className={styles.page} aria-label={t('imports.choose.title')}>
      <header className={styles.head}>
        <Link to="/imports" className={styles.back}>
          <ArrowLeftOutlined /> {t('imports.back')}
        </Link>
        <h1>{t('imports.choose.title')}</h1>
      </header>
      <div className={styles.body}>
        <ProblemAlert error={kinds.error} onRetry={() => void kinds.refetch()} />
        {kinds.isPending && <Bars rows={5} height={64} />}
        {kinds.data?.length === 0 && <Blank title={t('imports.choose.none')} />}
        {kinds.data && kinds.data.length > 0 && (
          <div className={styles.choose}>
            <section aria-labelledby="what">
              <h2 id="what">{t('imports.choose.what')}</h2>
              {kinds.data.length > 1 && <p className={styles.hint}>{t('imports.choose.order')}</p>}
              <ol className={styles.kinds}>
                {kinds.data.map(kind => (
                  <li key={kind.name}>
                    <KindCard kind={kind} chosen={kind === chosen} />
                  </li>
                ))}
              </ol>
            </section>
            {chosen && (
              <section aria-labelledby="upload" key={chosen.name}>
                <h2 id="upload">{t('imports.upload.title')}</h2>
                <Upload
                  kind={chosen.name}
                  onDone={({ id }) => void navigate(`/imports/${id}?step=layout`, { replace: true })}
                />
                <p className={styles.templates}>
                  <span className={styles.hint}>{t('imports.choose.template')}</span>
                  <a href={templateHref(chosen.name, 'xlsx')} download>
                    <DownloadOutlined /> {t('imports.choose.templateXlsx')}
                  </a>
                  <a href={templateHref(chosen.name, 'csv')} download>
                    <DownloadOutlined /> {t('imports.choose.templateCsv')}
                  </a>
                </p>
                <h3 className={styles.small}>{t('imports.choose.fields')}</h3>
                <ul className={styles.fieldNames}>
                  {chosen.fields.map(({ key, label, required }) => (
                    <li key={key} data-required={required}>
                      {label}
                      {required && <small>{t('imports.choose.required')}</small>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        )}
      </div>
    </article>
  );
}

function KindCard({ kind, chosen }: { kind: ImportKind; chosen: boolean }) {
  const { t } = useTranslation();
  const needed = kind.fields.filter(({ required }) => required).map(({ label }) => label);
  return (
    <Link
      to={`?kind=${kind.name}`}
      replace
      className={styles.kind}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => {
        // On a phone the upload stands below all kinds: bring it into view.
        requestAnimationFrame(() =>
          document.getElementById('upload')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
        );
      }}
    >
      <strong>{kind.label}</strong>
      <span>
        {needed.length
          ? t('imports.choose.needed', { fields: needed.join(t('common.separator')) })
          : t('imports.choose.noneNeeded')}
      </span>
    </Link>
  );
}
