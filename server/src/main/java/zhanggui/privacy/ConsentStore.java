package zhanggui.privacy;

import static zhanggui.privacy.db.Tables.CONSENT;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;
import zhanggui.privacy.Consent.Channel;
import zhanggui.privacy.Consent.State;

/** Consents in PostgreSQL. */
@Repository
class ConsentStore {
    private static final Directory.People NOTER = Directory.as("noter");
    private final DSLContext db;
    private final Clock clock;

    ConsentStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<Channel, Consent> of(UUID contact) {
        var consents = new EnumMap<Channel, Consent>(Channel.class);
        db.select(CONSENT.fields())
                .select(NOTER.name())
                .from(CONSENT)
                .leftJoin(NOTER.table())
                .on(NOTER.id().eq(CONSENT.NOTED_BY))
                .where(CONSENT.CONTACT_ID.eq(contact))
                .forEach(row -> {
                    var r = row.into(CONSENT);
                    var channel = Channel.valueOf(r.getChannel());
                    consents.put(
                            channel,
                            new Consent(
                                    channel,
                                    State.valueOf(r.getState()),
                                    r.getSince(),
                                    r.getSource(),
                                    new Reference(r.getNotedBy(), row.get(NOTER.name())),
                                    r.getNotedAt().toInstant(),
                                    r.getVersion()));
                });
        return consents;
    }

    void save(UUID contact, Channel channel, SaveConsent command, UUID by) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(CONSENT)
                .set(CONSENT.CONTACT_ID, contact)
                .set(CONSENT.CHANNEL, channel.name())
                .set(CONSENT.STATE, command.state().name())
                .set(CONSENT.SINCE, command.since())
                .set(CONSENT.SOURCE, command.source())
                .set(CONSENT.NOTED_BY, by)
                .set(CONSENT.NOTED_AT, now)
                .onConflict(CONSENT.CONTACT_ID, CONSENT.CHANNEL)
                .doUpdate()
                .set(CONSENT.STATE, command.state().name())
                .set(CONSENT.SINCE, command.since())
                .set(CONSENT.SOURCE, command.source())
                .set(CONSENT.NOTED_BY, by)
                .set(CONSENT.NOTED_AT, now)
                .set(CONSENT.VERSION, CONSENT.VERSION.plus(1))
                .execute();
    }

    /** Changes to what one contact allows come one after the other. */
    void lock(UUID contact) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "privacy.consent " + contact);
    }
}
