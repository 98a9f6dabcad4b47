package zhanggui.choices;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static zhanggui.choices.db.Tables.CHOICE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.database.Once;
import zhanggui.listings.Options;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** The company's own lists of values. */
@Service
@Transactional
public class Choices {
    static final String TYPE = "choices";
    private final DSLContext db;
    private final Once once;
    private final Audit audit;
    private final Map<String, ChoiceList> lists;

    Choices(DSLContext db, Once once, Audit audit, List<ChoiceList> lists) {
        this.db = db;
        this.once = once;
        this.audit = audit;
        this.lists = lists.stream().collect(Collectors.toMap(ChoiceList::name, Function.identity()));
    }

    /** A value as entered by a person; the code is made of the name where none is given. */
    public record NewChoice(
            @Pattern(regexp = "[a-z0-9-]{1,60}") @org.jspecify.annotations.Nullable String code,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn) {}

    /** A value as the log tells of it. */
    record Described(String list, String code, String name, String nameEn) {}

    /** In the order people are shown them. */
    @Transactional(readOnly = true)
    public List<Choice> of(String list) {
        return once.read(key(list), () -> db.selectFrom(CHOICE)
                .where(CHOICE.LIST.eq(list), CHOICE.RETIRED.isFalse())
                .orderBy(CHOICE.POSITION, CHOICE.CODE)
                .fetch(r -> new Choice(r.getCode(), r.getName(), r.getNameEn())));
    }

    /** The value a person means by a code or a name in either language. */
    @Transactional(readOnly = true)
    public Optional<Choice> find(String list, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return of(list).stream()
                .filter(c -> List.of(c.code(), c.name(), c.nameEn()).stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }

    public void require(String list, String code, String field) {
        if (of(list).stream().noneMatch(c -> c.code().equals(code))) throw Refused.invalid(field, "unknown", code);
    }

    public Choice add(String list, NewChoice choice, Viewer viewer) {
        if (!lists.containsKey(list)) throw Refused.notFound();
        var code = choice.code() != null ? choice.code() : codeOf(choice.nameEn());
        if (find(list, code).isPresent()) throw Refused.invalid("code", "taken", code);
        var next = db.select(coalesce(max(CHOICE.POSITION), val(0)).plus(1))
                .from(CHOICE)
                .where(CHOICE.LIST.eq(list));
        db.insertInto(CHOICE, CHOICE.LIST, CHOICE.CODE, CHOICE.NAME, CHOICE.NAME_EN, CHOICE.POSITION)
                .values(val(list), val(code), val(choice.name()), val(choice.nameEn()), org.jooq.impl.DSL.field(next))
                .execute();
        once.forget(key(list));
        audit.created(
                viewer,
                new Subject(TYPE, null, choice.name()),
                new Described(list, code, choice.name(), choice.nameEn()));
        return new Choice(code, choice.name(), choice.nameEn());
    }

    /** The options of a choice column or an import field. */
    public Options options(String list) {
        return (language, texts) -> of(list).stream()
                .map(c -> new Options.Option(c.code(), c.in(language), null))
                .toList();
    }

    /** What a value is called; the code where it is unknown. */
    @Transactional(readOnly = true)
    public String name(String list, String code, Language language) {
        return find(list, code).map(c -> c.in(language)).orElse(code);
    }

    /** A list that holds nothing yet begins with what its module declares. */
    @EventListener(ApplicationStartedEvent.class)
    public void begin() {
        for (var list : lists.values()) {
            if (db.fetchExists(CHOICE, CHOICE.LIST.eq(list.name()))) continue;
            int position = 0;
            for (var choice : list.initial()) {
                db.insertInto(CHOICE, CHOICE.LIST, CHOICE.CODE, CHOICE.NAME, CHOICE.NAME_EN, CHOICE.POSITION)
                        .values(list.name(), choice.code(), choice.name(), choice.nameEn(), ++position)
                        .onConflictDoNothing()
                        .execute();
            }
        }
    }

    private static String key(String list) {
        return "choices." + list;
    }

    private static String codeOf(String name) {
        var code = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(^-|-$)", "");
        return code.isEmpty() ? "c" + Integer.toHexString(name.hashCode()) : code;
    }
}
