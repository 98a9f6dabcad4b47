package zhanggui.accounts.passwords;

import com.codahale.passpol.BreachDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hundred thousand passwords that were leaked most often. The list comes with a library and is read when first asked. */
@Component
class CommonPasswords {
    private @Nullable BreachDatabase list;

    boolean contains(String password) {
        try {
            return list().contains(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized BreachDatabase list() {
        if (list == null) list = BreachDatabase.top100K();
        return list;
    }
}
