package zhanggui.company;

import static zhanggui.company.db.Tables.SETTINGS;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** Reading and changing what the company is. */
@Service
@Transactional
public class CompanySettings {
    static final String TYPE = "company";
    private static final Subject SUBJECT = new Subject(TYPE, null, TYPE);
    private final DSLContext db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CompanySettings(DSLContext db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** What a person enters of the company. */
    public record Details(
            @NotBlank @Size(max = 200) String nameZh,
            @NotBlank @Size(max = 200) String nameEn,
            @NotBlank String currency,
            @NotBlank String timeZone,
            @Min(1) @Max(12) int fiscalYearStartMonth,
            @NotNull Language language) {}

    /** The company as the log tells of it. */
    record Described(
            String nameZh, String nameEn, String currency, String timeZone, int fiscalYearStartMonth, String language) {
        static Described of(Company c) {
            return new Described(
                    c.nameZh(),
                    c.nameEn(),
                    c.currency(),
                    c.timeZone().getId(),
                    c.fiscalYearStartMonth(),
                    c.language().tag());
        }
    }

    /** Empty until the company is set up. */
    @Transactional(readOnly = true)
    public Optional<Company> find() {
        return db.selectFrom(SETTINGS)
                .fetchOptional(r -> new Company(
                        r.getNameZh(),
                        r.getNameEn(),
                        r.getCurrency(),
                        ZoneId.of(r.getTimeZone()),
                        r.getFiscalYearStart(),
                        Language.of(r.getLanguage()),
                        r.getDemo(),
                        r.getTrialCopy(),
                        r.getVersion()));
    }

    /** @throws IllegalStateException before the company is set up */
    @Transactional(readOnly = true)
    public Company get() {
        return find().orElseThrow(() -> new IllegalStateException("not set up"));
    }

    /** The first and only time. */
    public void setUp(Details details, boolean demo) {
        check(details);
        db.insertInto(SETTINGS)
                .set(SETTINGS.NAME_ZH, details.nameZh())
                .set(SETTINGS.NAME_EN, details.nameEn())
                .set(SETTINGS.CURRENCY, details.currency())
                .set(SETTINGS.TIME_ZONE, details.timeZone())
                .set(SETTINGS.FISCAL_YEAR_START, details.fiscalYearStartMonth())
                .set(SETTINGS.LANGUAGE, details.language().tag())
                .set(SETTINGS.DEMO, demo)
                .execute();
    }

    public void change(Details details, int version, Viewer viewer) {
        check(details);
        var before = get();
        if (before.version() != version) throw Refused.stale(before);
        if (!before.currency().equals(details.currency())) {
            events.publishEvent(new CompanyCurrencyChanges(before.currency(), details.currency()));
        }
        var changed = db.update(SETTINGS)
                .set(SETTINGS.NAME_ZH, details.nameZh())
                .set(SETTINGS.NAME_EN, details.nameEn())
                .set(SETTINGS.CURRENCY, details.currency())
                .set(SETTINGS.TIME_ZONE, details.timeZone())
                .set(SETTINGS.FISCAL_YEAR_START, details.fiscalYearStartMonth())
                .set(SETTINGS.LANGUAGE, details.language().tag())
                .set(SETTINGS.VERSION, version + 1)
                .where(SETTINGS.VERSION.eq(version))
                .execute();
        if (changed == 0) throw Refused.stale(get());
        audit.changed(viewer, SUBJECT, Described.of(before), Described.of(get()));
    }

    private static void check(Details details) {
        try {
            Currency.getInstance(details.currency());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("currency", "unknown", details.currency());
        }
        // Offsets such as +08:00 mean the opposite in PostgreSQL: only places are taken.
        if (!ZoneId.getAvailableZoneIds().contains(details.timeZone())) {
            throw Refused.invalid("timeZone", "unknown", details.timeZone());
        }
    }
}
