package zhanggui.opportunities;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.audit.Change;
import zhanggui.audit.Line;
import zhanggui.audit.SubjectType;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The history of opportunities, for whoever reads them; the parts contacts play are said in words. */
@Configuration(proxyBeanMethods = false)
class OpportunityHistory {
    private static final String TYPE = "opportunities";
    private static final String CONTACTS = "contacts";
    private final Texts texts;

    OpportunityHistory(Texts texts) {
        this.texts = texts;
    }

    @Bean
    SubjectType opportunityHistoryType(OpportunityReach reach) {
        return SubjectType.of(
                        TYPE,
                        reach::exists,
                        (id, viewer) ->
                                viewer.may(OpportunityReach.READ) && reach.reaches(id, viewer, OpportunityReach.READ))
                .withWords(this::lines);
    }

    private List<Line> lines(Change change, Language language) {
        if (!change.field().equals(CONTACTS)) return List.of();
        return List.of(new Line(
                CONTACTS,
                texts.get(language, TYPE + "." + CONTACTS),
                words(change.before(), language),
                words(change.after(), language)));
    }

    /** The log keeps a contact's name and then its part. */
    private @Nullable Object words(@Nullable Object logged, Language language) {
        if (!(logged instanceof List<?> contacts)) return logged;
        return contacts.stream().map(c -> words(String.valueOf(c), language)).toList();
    }

    private String words(String logged, Language language) {
        return Arrays.stream(ContactRole.values())
                .filter(role -> logged.endsWith(" " + role))
                .findFirst()
                .map(role -> texts.get(
                        language,
                        "opportunities.contact",
                        logged.substring(0, logged.length() - role.name().length() - 1),
                        texts.get(language, "contact.role." + role)))
                .orElse(logged);
    }
}
