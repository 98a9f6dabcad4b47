package zhanggui.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static zhanggui.customers.db.Tables.CONTACT;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts as files name them: by name, external id, number or e-mail. Names repeat from customer to customer, so that a
 * text means someone only together with the customer, where that is known.
 */
@Component
@Transactional(readOnly = true)
public class NamedContacts {
    private final DSLContext db;
    private final CustomerRegister register;

    NamedContacts(DSLContext db, CustomerRegister register) {
        this.db = db;
        this.register = register;
    }

    /**
     * The contacts of some customers, and those of any customer that some texts may mean. Asks for no rights.
     *
     * @param texts of which the customer is not known
     */
    public Candidates look(Collection<UUID> customers, Collection<String> texts) {
        var home = register.home();
        return new Candidates(
                home,
                customers.isEmpty() ? List.of() : read(CustomerStore.among(CONTACT.CUSTOMER_ID, customers)),
                texts.isEmpty() ? List.of() : read(mayMean(texts, home)));
    }

    private List<Candidate> read(Condition which) {
        return db.select(
                        CONTACT.ID,
                        CONTACT.CUSTOMER_ID,
                        CONTACT.NAME,
                        CONTACT.EXTERNAL_ID,
                        CONTACT.MOBILE,
                        CONTACT.PHONE,
                        CONTACT.EMAIL,
                        CUSTOMER.COUNTRY)
                .from(CONTACT)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID))
                .where(which)
                .orderBy(CONTACT.ID)
                .fetch(r -> new Candidate(
                        r.value1(),
                        r.value2(),
                        word(r.value3()),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7() == null ? null : word(r.value7()),
                        r.value8()));
    }

    private static Condition mayMean(Collection<String> texts, String home) {
        var words = texts.stream().map(NamedContacts::word).distinct().toArray(String[]::new);
        var exact = texts.stream().map(String::strip).distinct().toArray(String[]::new);
        var numbers = texts.stream()
                .flatMap(text -> Phones.read(text, home).stream())
                .distinct()
                .toArray(String[]::new);
        return lower(CONTACT.NAME)
                .eq(any(words))
                .or(CONTACT.EXTERNAL_ID.eq(any(exact)))
                .or(lower(CONTACT.EMAIL).eq(any(words)))
                .or(CONTACT.MOBILE.eq(any(numbers)))
                .or(CONTACT.PHONE.eq(any(numbers)));
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** A contact a text may mean. */
    public record Named(UUID id, UUID customer) {}

    private record Candidate(
            UUID id,
            UUID customer,
            String name,
            @Nullable String externalId,
            @Nullable String mobile,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String country) {

        boolean has(String number, String home) {
            return Phones.read(number, Phones.region(country, home))
                    .filter(read -> read.equals(mobile) || read.equals(phone))
                    .isPresent();
        }
    }

    /** What was looked up. */
    public static final class Candidates {
        private final String home;
        private final List<Candidate> known;
        private final List<Candidate> elsewhere;

        private Candidates(String home, List<Candidate> known, List<Candidate> elsewhere) {
            this.home = home;
            this.known = known;
            this.elsewhere = elsewhere;
        }

        /** All whose customers these are, to see which of them are within reach. */
        public Stream<UUID> customers() {
            return Stream.concat(known.stream(), elsewhere.stream()).map(Candidate::customer);
        }

        /**
         * Whom a text means: those of that name, else of that external id, else of that number or e-mail.
         *
         * @param customer whose contact it has to be; anyone's where absent
         * @param within those who may be meant at all
         */
        public List<Named> called(String text, @Nullable UUID customer, Predicate<Named> within) {
            var open = (customer == null ? elsewhere : known)
                    .stream()
                            .filter(c -> customer == null || c.customer().equals(customer))
                            .filter(c -> within.test(new Named(c.id(), c.customer())))
                            .toList();
            var word = word(text);
            return Stream.<Predicate<Candidate>>of(
                            c -> c.name().equals(word),
                            c -> text.strip().equals(c.externalId()),
                            c -> word.equals(c.email()) || c.has(text, home))
                    .map(which -> open.stream()
                            .filter(which)
                            .map(c -> new Named(c.id(), c.customer()))
                            .toList())
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
    }
}
