package zhanggui.rights;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Oracle.Asker;

/**
 * Somebody the walk asks as.
 *
 * @param person whose requests they are, or would be
 * @param recognised whether the server is to know them: not when disabled, gone, or with a wrong token
 * @param scopes of their token; absent where they signed in
 */
record Persona(
        String name,
        Wire.Visitor visitor,
        Person person,
        boolean recognised,
        @Nullable Set<String> scopes) {
    Asker asker() {
        return new Asker(person, scopes);
    }

    boolean hasToken() {
        return scopes != null;
    }

    Persona with(Wire.Visitor again) {
        return new Persona(name, again, person, recognised, scopes);
    }

    @Override
    public String toString() {
        return name;
    }
}
