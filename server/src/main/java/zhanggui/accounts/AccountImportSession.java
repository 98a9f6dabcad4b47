package zhanggui.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.accounts.AccountImport.Parts;
import zhanggui.accounts.Accounts.EditAccount;
import zhanggui.accounts.Accounts.NewAccount;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.problems.Violations;
import zhanggui.texts.Language;

/** One pass over a file of accounts: each row by the commands of the screens, or refused without a trace. */
final class AccountImportSession implements ImportSession {
    private static final List<String> NAMING = List.of("employeeNumber", "email", "name");
    private final Parts parts;
    private final Viewer viewer;
    private final Language language;
    private final Map<String, String> roles = new HashMap<>();
    private final Set<String> seen;
    private final TransactionTemplate undoable;

    AccountImportSession(Parts parts, Viewer viewer, RowMemory memory) {
        this.parts = parts;
        this.viewer = viewer;
        this.language = parts.company().get().language();
        this.seen = memory.set();
        this.undoable = new TransactionTemplate(parts.transactions());
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        for (var role : parts.roles().all()) {
            roles.put(word(role.code()), role.code());
            roles.put(word(role.nameEn()), role.code());
            roles.put(word(role.name()), role.code());
        }
    }

    @Override
    public List<Outcome> take(List<ImportRow> rows) {
        var words = new HashSet<String>();
        for (var row : rows) {
            for (var field : NAMING) {
                var text = row.text(field);
                if (text != null) words.add(text);
            }
        }
        var people = parts.people().find(words, viewer);
        return rows.stream().map(row -> outcome(row, people)).toList();
    }

    private Outcome outcome(ImportRow row, Map<String, String> people) {
        try {
            return Objects.requireNonNull(undoable.execute(status -> bring(row, people)));
        } catch (Refused e) {
            if (!e.fields().isEmpty()) return new Outcome.Refused(e.fields());
            var why = parts.problems().describe(e, viewer.language()).detail();
            return new Outcome.Refused(List.of(FieldProblem.of("username", "account-refused", why)));
        }
    }

    private Outcome bring(ImportRow row, Map<String, String> people) {
        var person = person(row, people);
        var username = Objects.requireNonNullElse(row.text("username"), "").strip();
        var given = row.has("roles") ? codes(row.tags("roles")) : null;
        var problems = Violations.of(
                new NewAccount(person, username, null, language, given == null ? List.of() : given), parts.validator());
        if (!problems.isEmpty()) throw Refused.invalid(List.copyOf(problems));
        var account = AccountList.find(parts.db(), person);
        if (!seen.add(person.toString()) || !seen.add(word(username))) {
            throw Refused.invalid("username", "account-twice");
        }
        return account.isEmpty() ? open(person, username, given, row) : change(account.get(), username, given, row);
    }

    private Outcome open(UUID person, String username, @Nullable List<String> given, ImportRow row) {
        if (given == null || given.isEmpty()) throw Refused.invalid("roles", "role-needed");
        parts.accounts().create(new NewAccount(person, username, null, language, given), viewer);
        if (Boolean.FALSE.equals(row.flag("active"))) parts.accounts().disable(person, viewer);
        return new Outcome.Created(person);
    }

    /** What the file does not say stays as it is. */
    private Outcome change(AccountView account, String username, @Nullable List<String> given, ImportRow row) {
        var active = row.flag("active");
        var codes = given == null ? account.roles() : given;
        var disabled = active == null ? account.disabled() : !active;
        var same = username.equals(account.username())
                && Set.copyOf(codes).equals(Set.copyOf(account.roles()))
                && disabled == account.disabled();
        if (same) return new Outcome.Skipped(FieldProblem.of("username", "unchanged"));
        var edit = new EditAccount(username, codes, account.language(), disabled, account.version());
        parts.accounts().edit(account.id(), edit, viewer);
        return new Outcome.Updated(account.id());
    }

    /** Whoever all that names them agrees on; a name that several have is decided by the others. */
    private UUID person(ImportRow row, Map<String, String> people) {
        String one = null;
        var unknown = new ArrayList<FieldProblem>();
        for (var field : NAMING) {
            var text = row.text(field);
            if (text == null) continue;
            var found = people.get(text);
            if (found == null) {
                unknown.add(FieldProblem.of(field, "person-unknown", text));
            } else if (one == null) {
                one = found;
            } else if (!one.equals(found)) {
                throw Refused.invalid(field, "person-differs");
            }
        }
        if (one == null && unknown.isEmpty()) throw Refused.invalid("name", "required");
        var nameOnly = unknown.stream().allMatch(p -> p.field().equals("name"));
        if (one == null || !nameOnly) throw Refused.invalid(unknown);
        if (!unknown.isEmpty() && !isCalled(one, row)) throw Refused.invalid("name", "person-differs");
        return UUID.fromString(one);
    }

    private boolean isCalled(String person, ImportRow row) {
        return parts.people().isCalled(UUID.fromString(person), Objects.requireNonNull(row.text("name")));
    }

    private List<String> codes(List<String> texts) {
        var codes = new ArrayList<String>();
        var unknown = new ArrayList<FieldProblem>();
        for (var text : texts) {
            var code = roles.get(word(text));
            if (code == null) unknown.add(FieldProblem.of("roles", "role-unknown", text));
            else if (!codes.contains(code)) codes.add(code);
        }
        if (!unknown.isEmpty()) throw Refused.invalid(unknown);
        return codes;
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
