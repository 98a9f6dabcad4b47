package zhanggui.rates;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.CompanyCurrencyChanges;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;

/** The rates that were told. What was converted keeps its rate: changing one here changes nothing there. */
@Service
@Transactional
public class Rates {
    static final String LIST = "rates";
    static final String EDIT = "rates:edit";
    private final RateStore store;
    private final CompanySettings company;
    private final Audit audit;

    Rates(RateStore store, CompanySettings company, Audit audit) {
        this.store = store;
        this.company = company;
        this.audit = audit;
    }

    /** The rate of a currency on a day. */
    public record Wanted(String currency, LocalDate day) {}

    /** What a rate is to be. */
    @Schema(name = "SaveRate")
    public record SaveRate(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull LocalDate from,

            @NotNull @Positive @Digits(integer = 10, fraction = 10) BigDecimal rate,

            @Nullable Integer version) {}

    /** A rate as the log tells of it: with the columns of the list. */
    record Described(String currency, LocalDate from, BigDecimal rate) {}

    /** Those that are missing were not told. */
    @Transactional(readOnly = true)
    public Map<Wanted, Rate> on(Collection<Wanted> wanted) {
        return wanted.isEmpty() ? Map.of() : store.on(Set.copyOf(wanted));
    }

    @Transactional(readOnly = true)
    public Optional<Rate> on(String currency, LocalDate day) {
        var wanted = new Wanted(currency, day);
        return Optional.ofNullable(on(Set.of(wanted)).get(wanted));
    }

    @Transactional(readOnly = true)
    RateView view(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    UUID create(SaveRate rate, Viewer viewer) {
        viewer.require(EDIT);
        check(rate.currency());
        var id = save(rate, () -> store.add(rate, viewer.id()));
        audit.created(viewer, subject(id, rate), described(rate));
        return id;
    }

    void change(UUID id, SaveRate rate, Viewer viewer) {
        viewer.require(EDIT);
        var before = view(id);
        if (rate.version() == null) throw Refused.invalid("version", "required");
        if (rate.version() != before.version()) throw Refused.stale(before);
        check(rate.currency());
        if (!save(rate, () -> store.change(id, rate, before.version()))) throw Refused.stale(view(id));
        audit.changed(viewer, subject(id, rate), described(command(before)), described(rate));
    }

    void delete(UUID id, Viewer viewer) {
        viewer.require(EDIT);
        var before = command(view(id));
        store.remove(id);
        audit.deleted(viewer, subject(id, before), described(before));
    }

    /** Its own currency has none, and what is no currency neither. */
    void check(String currency) {
        if (!Currencies.exists(currency)) throw Refused.invalid("currency", "unknown", currency);
        if (currency.equals(company.get().currency())) throw Refused.invalid("currency", "own-currency", currency);
    }

    /** All rates are into the company's currency. */
    @EventListener
    void on(CompanyCurrencyChanges event) {
        if (!store.isEmpty()) throw Refused.because(RateReason.COMPANY_CURRENCY, event.from());
    }

    private static <T> T save(SaveRate rate, java.util.function.Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw Refused.invalid("from", "taken", rate.from());
        }
    }

    private static SaveRate command(RateView rate) {
        return new SaveRate(rate.currency(), rate.from(), rate.rate(), rate.version());
    }

    static Subject subject(UUID id, SaveRate rate) {
        return new Subject(LIST, id, rate.currency() + " " + rate.from());
    }

    static Described described(SaveRate rate) {
        return new Described(rate.currency(), rate.from(), rate.rate().stripTrailingZeros());
    }
}
