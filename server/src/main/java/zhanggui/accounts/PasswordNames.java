package zhanggui.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.company.CompanySettings;

/** The names somebody would try first who wants in as a person: theirs, and the company's. */
@Component
class PasswordNames {
    private final AccountStore accounts;
    private final CompanySettings company;

    PasswordNames(AccountStore accounts, CompanySettings company) {
        this.accounts = accounts;
        this.company = company;
    }

    List<String> around(UUID person, String username) {
        var names = new ArrayList<>(List.of(username));
        accounts.nameOf(person).ifPresent(name -> addWithParts(name, names));
        company.find().ifPresent(c -> {
            addWithFirst(c.nameZh(), names);
            addWithFirst(c.nameEn(), names);
        });
        return names;
    }

    private static void addWithParts(String name, List<String> names) {
        names.add(name);
        names.addAll(List.of(name.split("\\s+")));
    }

    /** What follows is mostly the legal form and the trade. */
    private static void addWithFirst(String name, List<String> names) {
        names.add(name);
        names.add(name.split("\\s+")[0]);
    }
}
