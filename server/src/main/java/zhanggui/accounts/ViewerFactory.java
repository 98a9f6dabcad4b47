package zhanggui.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Calendar;
import zhanggui.access.Grant;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.people.Organisations;

/** Makes viewers of accounts, with the rights and the organisation of this moment. */
@Component
@Transactional(readOnly = true)
class ViewerFactory implements Viewers {
    private final AccountStore accounts;
    private final Organisations organisations;
    private final CompanySettings company;
    private final RoleFields fields;

    ViewerFactory(AccountStore accounts, Organisations organisations, CompanySettings company, RoleFields fields) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.company = company;
        this.fields = fields;
    }

    @Override
    public Optional<Viewer> of(UUID person, Viewer.Origin origin) {
        return accounts.byPerson(person).filter(a -> !a.disabled()).map(a -> of(a, origin));
    }

    @Override
    public Set<UUID> holding(String permission) {
        return accounts.holding(permission);
    }

    Viewer of(AccountStore.Account account, Viewer.Origin origin) {
        var calendar = calendar();
        return new Viewer(
                account.person(),
                account.name(),
                account.language(),
                grants(account),
                fields.of(account),
                organisations.today(calendar.zone()),
                calendar,
                origin);
    }

    Calendar calendar() {
        return company.find().map(Company::calendar).orElse(Calendar.CHINA);
    }

    /** What several roles allow adds up. */
    private static Map<String, Grant> grants(AccountStore.Account account) {
        var grants = new HashMap<String, Grant>();
        for (var granted : account.grants()) grants.merge(granted.permission(), granted.grant(), Grant::and);
        return Map.copyOf(grants);
    }
}
