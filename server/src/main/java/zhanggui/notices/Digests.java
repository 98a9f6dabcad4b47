package zhanggui.notices;

import static zhanggui.notices.db.Tables.HABIT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.company.CompanySettings;

/** Sees to it once a day that each person who wants so gets what is unread by mail. */
@Component
class Digests {
    private final DSLContext db;
    private final DeliveryStore deliveries;
    private final Mail mail;
    private final CompanySettings companies;
    private final Clock clock;

    Digests(DSLContext db, DeliveryStore deliveries, Mail mail, CompanySettings companies, Clock clock) {
        this.db = db;
        this.deliveries = deliveries;
        this.mail = mail;
        this.companies = companies;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        var company = companies.find().orElse(null);
        if (company == null || company.trialCopy() || !mail.isReady()) return;
        var now = clock.instant().atZone(company.timeZone());
        due(now.toLocalDate(), now.toLocalTime());
    }

    /** Whose hour has come today. That it came is kept together with what is to be sent. */
    private void due(LocalDate today, LocalTime time) {
        db.update(HABIT)
                .set(HABIT.DIGESTED_ON, today)
                .where(HABIT.DIGEST_AT.le(time))
                .and(HABIT.DIGESTED_ON.isNull().or(HABIT.DIGESTED_ON.lt(today)))
                .returningResult(HABIT.PERSON_ID)
                .forEach(r -> deliveries.addDigest(r.value1(), mail.name()));
    }
}
