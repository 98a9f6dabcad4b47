package zhanggui.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.people.OccupationStore.Occupation;
import zhanggui.people.SeatStore.SeatState;
import zhanggui.people.UnitStore.UnitState;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The organisation on any day: yesterday's questions use yesterday's tree. */
@Service
@Transactional(readOnly = true)
public class Organisations {
    /**
     * Since when units and seats are said to exist where nobody says when they began: at set-up and on import. Deals and
     * customers that are imported are often older than the import, and have to find the organisation they belong to.
     */
    public static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final OrganisationStore store;
    private final UnitStore units;
    private final SeatStore seats;
    private final OccupationStore occupations;
    private final Reorganisation reorganisation;
    private final CompanySettings company;
    private final Texts texts;
    private final Clock clock;
    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

    Organisations(
            OrganisationStore store,
            UnitStore units,
            SeatStore seats,
            OccupationStore occupations,
            Reorganisation reorganisation,
            CompanySettings company,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.units = units;
        this.seats = seats;
        this.occupations = occupations;
        this.reorganisation = reorganisation;
        this.company = company;
        this.texts = texts;
        this.clock = clock;
    }

    private record Remembered(long revision, Organisation organisation) {}

    /** As it stands today, in the company's time zone. */
    public Organisation today() {
        return today(zone());
    }

    /** As it stands today in {@code zone}. Read anew only when something changed. */
    public Organisation today(ZoneId zone) {
        var day = LocalDate.ofInstant(clock.instant(), zone);
        var revision = store.revision();
        var last = remembered.get();
        if (last != null
                && last.revision() == revision
                && last.organisation().day().equals(day)) {
            return last.organisation();
        }
        var organisation = store.on(day);
        if (!store.isChanging()) remembered.set(new Remembered(revision, organisation));
        return organisation;
    }

    public Organisation on(LocalDate day) {
        return store.on(day);
    }

    /** A unit as it is on a day. */
    public Optional<Organisation.Unit> unit(UUID id, LocalDate day) {
        return units.on(id, day)
                .map(u -> new Organisation.Unit(u.id(), u.parent(), u.name(), u.nameEn(), u.position()));
    }

    /** A seat as it is on a day, with who sits there. */
    public Optional<Organisation.Seat> seat(UUID id, LocalDate day) {
        return seats.on(id, day).map(s -> seat(s, occupations.on(id, day)));
    }

    /** The seat a person mainly works on, on a day. */
    public Optional<Organisation.Seat> mainSeat(UUID person, LocalDate day) {
        return occupations.mainOf(person, day).flatMap(o -> seats.on(o.seat(), day)
                .map(s -> seat(s, Optional.of(o))));
    }

    private static Organisation.Seat seat(SeatState seat, Optional<Occupation> occupation) {
        return new Organisation.Seat(
                seat.id(),
                seat.unit(),
                seat.title(),
                seat.duties(),
                seat.head(),
                seat.reportsTo(),
                occupation.map(Occupation::person).orElse(null),
                occupation.map(Occupation::main).orElse(false));
    }

    /** A key for a unit or a seat that is yet to be made. */
    public UUID newId() {
        return store.newIds(1).getFirst();
    }

    /** Lets no other change of the organisation through until the caller's transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        reorganisation.alone();
    }

    /** How often the organisation has changed so far. */
    public long revision() {
        return store.revision();
    }

    /** @param on a day; today where none is named */
    public OrganisationView view(@Nullable LocalDate on) {
        return store.view(on != null ? on : LocalDate.ofInstant(clock.instant(), zone()));
    }

    /** The company's first unit, named after it, with a seat on which the administrator begins today. */
    @Transactional
    public void begin(UUID administrator) {
        var settings = company.get();
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        var root = rootOf(settings, store.newIds(1).getFirst());
        var seat = new SeatState(
                store.newIds(1).getFirst(),
                root.id(),
                texts.get(settings.language(), "people.seat.administrator"),
                null,
                false,
                null,
                Period.since(today));
        reorganisation.from(BEGINNING, () -> {
            units.add(List.of(root));
            seats.add(List.of(seat));
            occupations.begin(List.of(new Occupation(seat.id(), administrator, true, Period.since(today))));
            return root;
        });
    }

    /** What the unit at the top of a company is. */
    static UnitState rootOf(Company company, UUID id) {
        var name = company.language() == Language.ZH ? company.nameZh() : company.nameEn();
        return new UnitState(id, null, name, company.nameEn(), 1, Period.since(BEGINNING));
    }

    private ZoneId zone() {
        return company.find().map(Company::timeZone).orElse(ZoneOffset.UTC);
    }
}
