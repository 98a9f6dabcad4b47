package zhanggui.privacy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.privacy.Consent.Channel;
import zhanggui.privacy.Consent.State;
import zhanggui.problems.Refused;

/** What contacts allow, for those who may read them; noted by those who may change them. */
@Service
@Transactional
class Consents {
    static final String CONTACTS = "contacts";
    private final ConsentStore store;
    private final Records records;
    private final Audit audit;
    private final Clock clock;

    Consents(ConsentStore store, Records records, Audit audit, Clock clock) {
        this.store = store;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** One for each channel. */
    @Transactional(readOnly = true)
    List<Consent> of(UUID contact, Viewer viewer) {
        records.open(CONTACTS, contact, viewer);
        return all(contact);
    }

    List<Consent> note(UUID contact, Channel channel, SaveConsent given, Viewer viewer) {
        var head = records.open(CONTACTS, contact, viewer);
        if (!head.editable()) throw Refused.notAllowed();
        var command = given.cleaned();
        if (command.state() != State.UNKNOWN) {
            if (command.since() == null) throw Refused.invalid("since", "required");
            if (command.since().isAfter(viewer.calendar().day(clock.instant())))
                throw Refused.invalid("since", "past-or-present");
        }
        store.lock(contact);
        var before = store.of(contact).getOrDefault(channel, Consent.unknown(channel));
        if (before.version() != command.version()) throw Refused.stale(before);
        store.save(contact, channel, command, viewer.id());
        var after = store.of(contact).getOrDefault(channel, Consent.unknown(channel));
        audit.changed(viewer, new Subject(CONTACTS, contact, head.title()), before.logged(), after.logged());
        return all(contact);
    }

    private List<Consent> all(UUID contact) {
        var known = store.of(contact);
        return Arrays.stream(Channel.values())
                .map(channel -> known.getOrDefault(channel, Consent.unknown(channel)))
                .toList();
    }
}
