package zhanggui.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Keeps requests away from what lies inside the network: whoever manages webhooks must not reach by them what only this
 * server reaches. A name is resolved once, for the connection that is made at once to just the addresses that were
 * looked at, so that a name which answers differently the next time gains nothing. What an administrator of the
 * installation lists as an exception, by network or by name, may be reached all the same, also without TLS.
 */
@Component
class Guard implements DnsResolver {
    /** What is not the public internet; an IPv4 address in an IPv6 one is looked at as the former by Java itself. */
    private static final List<IpAddressMatcher> INSIDE = matchers(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // A service of a cloud provider that tells secrets of the machine, in its public range.
            "168.63.129.16/32",
            "100.100.100.200/32",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private final List<IpAddressMatcher> allowed = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Guard(@Value("${zhanggui.webhooks.allow}") String exceptions) {
        for (var one : exceptions.split(",")) {
            var exception = one.strip().toLowerCase(Locale.ROOT);
            if (exception.isEmpty()) continue;
            if (isAddress(exception.replaceAll("/.*", ""))) {
                allowed.add(new IpAddressMatcher(exception));
            } else {
                names.add(exception);
            }
        }
    }

    /** An address that may not be reached. */
    static final class Inside extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Inside(String host) {
            super(host + " is not an address on the public internet");
        }
    }

    /** Why an address cannot be entered at all, as a code of a field; what a name means is asked only at each request. */
    Optional<String> refuses(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            return Optional.of("webhook-url");
        }
        var host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) return Optional.of("webhook-url");
        var bare = bare(host);
        var excepted = names.contains(bare) || (isAddress(bare) && isAllowed(bare));
        if (excepted && "http".equalsIgnoreCase(uri.getScheme())) return Optional.empty();
        if (!"https".equalsIgnoreCase(uri.getScheme())) return Optional.of("webhook-https");
        if (isAddress(bare) && !excepted && isInside(bare)) return Optional.of("webhook-inside");
        return Optional.empty();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return checked(host, InetAddress.getAllByName(host));
    }

    /** All of them have to be outside: a name that has both kinds is not to be trusted. */
    InetAddress[] checked(String host, InetAddress[] addresses) throws Inside {
        if (names.contains(bare(host))) return addresses;
        for (var address : addresses) {
            var text = address.getHostAddress().replaceAll("%.*", "");
            if (isInside(text) && !isAllowed(text)) throw new Inside(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isAllowed(String address) {
        return isIn(allowed, address, false);
    }

    private static boolean isInside(String address) {
        return isIn(INSIDE, address, true);
    }

    /** @param otherwise for what looks like an address and is none */
    private static boolean isIn(List<IpAddressMatcher> networks, String address, boolean otherwise) {
        try {
            return networks.stream().anyMatch(network -> network.matches(address));
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String text) {
        return text.contains(":") || text.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
    }

    private static List<IpAddressMatcher> matchers(String... networks) {
        return Arrays.stream(networks).map(IpAddressMatcher::new).toList();
    }
}
