package zhanggui.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.accounts.HeldRoles;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.listings.Lists;
import zhanggui.listings.Page.Reference;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** How forms are laid out. One sees that of one's roles, those made first in front; without any, everybody's. */
@Service
@Transactional
class Layouts {
    static final String MANAGE = "customfields:edit";
    /** The types of records whose forms can be laid out. */
    static final Set<String> FORMS = Set.of("customers", "contacts", "opportunities", "products");

    /** What no form does without. */
    private static final Set<String> NEEDED = Set.of("name", "customer", "stage", "pipeline");

    private final LayoutStore store;
    private final HeldRoles roles;
    private final Lists lists;
    private final Audit audit;
    private final Texts texts;

    Layouts(LayoutStore store, HeldRoles roles, Lists lists, Audit audit, Texts texts) {
        this.store = store;
        this.roles = roles;
        this.lists = lists;
        this.audit = audit;
        this.texts = texts;
    }

    /** What the viewer's form of these records looks like; absent where it is as it was made. */
    @Transactional(readOnly = true)
    Optional<FormLayout> own(String list, Viewer viewer) {
        if (!FORMS.contains(list)) throw Refused.notFound();
        lists.find(list, viewer);
        var all = store.of(list);
        for (var role : roles.of(viewer.id())) {
            var of = all.stream().filter(l -> role.equals(l.role())).findFirst();
            if (of.isPresent()) return of;
        }
        return all.stream().filter(l -> l.role() == null).findFirst();
    }

    @Transactional(readOnly = true)
    FormLayout.All all(String list, Viewer viewer) {
        viewer.require(MANAGE);
        if (!FORMS.contains(list)) throw Refused.notFound();
        var named = roles.all(viewer.language()).stream()
                .map(role -> new Reference(role.id(), role.name()))
                .toList();
        return new FormLayout.All(named, store.of(list));
    }

    void save(String list, FormLayout layout, Viewer viewer) {
        viewer.require(MANAGE);
        if (!FORMS.contains(list)) throw Refused.notFound();
        check(layout);
        var before = store.locked(list, layout.role()).orElse(null);
        if (!Objects.equals(before == null ? null : before.version(), layout.version())) {
            throw Refused.stale(before == null ? new FormLayout(layout.role(), List.of(), List.of(), null) : before);
        }
        store.save(list, layout);
        log(list, layout.role(), before, layout, viewer);
    }

    /** The form is as it was made again, or as everybody's. */
    void remove(String list, @Nullable UUID role, Viewer viewer) {
        viewer.require(MANAGE);
        if (!FORMS.contains(list)) throw Refused.notFound();
        var before = store.locked(list, role).orElse(null);
        if (before == null) return;
        store.remove(list, role);
        log(list, role, before, null, viewer);
    }

    private void check(FormLayout layout) {
        if (layout.role() != null && !roles.exists(layout.role())) throw Refused.invalid("role", "unknown", "");
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<String>();
        for (int i = 0; i < layout.sections().size(); i++) {
            for (var field : layout.sections().get(i).fields()) {
                if (!seen.add(field)) problems.add(FieldProblem.of("sections[" + i + "].fields", "field-twice", field));
            }
        }
        for (var field : layout.hidden()) {
            if (!seen.add(field)) problems.add(FieldProblem.of("hidden", "field-twice", field));
            if (NEEDED.contains(field)) problems.add(FieldProblem.of("hidden", "field-needed", field));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    /** @param sections each as its heading and fields */
    private record Described(List<String> sections, List<String> hidden) {
        static @Nullable Described of(@Nullable FormLayout layout) {
            if (layout == null) return null;
            return new Described(
                    layout.sections().stream()
                            .map(s -> (s.title() == null ? "" : s.title() + ": ") + String.join(", ", s.fields()))
                            .toList(),
                    layout.hidden());
        }
    }

    private void log(
            String list, @Nullable UUID role, @Nullable FormLayout before, @Nullable FormLayout after, Viewer viewer) {
        var subject = new Subject("layouts", null, name(list, role, viewer.language()));
        var was = Described.of(before);
        var is = Described.of(after);
        if (was == null && is != null) audit.created(viewer, subject, is);
        else if (is == null && was != null) audit.deleted(viewer, subject, was);
        else if (was != null) audit.changed(viewer, subject, was, Objects.requireNonNull(is));
    }

    private String name(String list, @Nullable UUID role, Language language) {
        var of = texts.get(language, list);
        return roles.all(language).stream()
                .filter(one -> one.id().equals(role))
                .map(one -> of + " · " + one.name())
                .findFirst()
                .orElse(of);
    }
}
