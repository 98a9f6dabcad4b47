package zhanggui.customfields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import zhanggui.problems.Refused;

/** The types of records that take custom fields. */
@Component
class FieldHosts {
    private final Map<String, FieldHost> hosts = new TreeMap<>();

    FieldHosts(List<FieldHost> hosts) {
        hosts.forEach(host -> this.hosts.put(host.type(), host));
    }

    Set<String> types() {
        return hosts.keySet();
    }

    FieldHost get(String type) {
        var host = hosts.get(type);
        if (host == null) throw new IllegalArgumentException("no host of custom fields: " + type);
        return host;
    }

    /** @throws Refused as not found where there is no such type */
    FieldHost find(String type) {
        if (!hosts.containsKey(type)) throw Refused.notFound();
        return get(type);
    }
}
