package zhanggui.accounts;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import zhanggui.access.Viewer;

/** The security context's form of a viewer for the length of one request. */
final class Recognised extends AbstractAuthenticationToken {
    private final transient Viewer viewer;

    Recognised(Viewer viewer) {
        super(authorities(viewer));
        this.viewer = viewer;
        setAuthenticated(true);
    }

    Viewer viewer() {
        return viewer;
    }

    @Override
    public Object getPrincipal() {
        return viewer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return viewer.id().toString();
    }

    private static Collection<GrantedAuthority> authorities(Viewer viewer) {
        return List.copyOf(viewer.grants().keySet().stream()
                .map(SimpleGrantedAuthority::new)
                .toList());
    }
}
