package zhanggui.bench.endure;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import zhanggui.bench.server.Server;

/** Heap, threads and connections of a running server, looked at every second: what leaks grows. */
final class Vitals implements AutoCloseable {
    private static final String CONNECTIONS = "select count(*) from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid()";
    private static final int PARTS = 10;
    private final JMXConnector server;
    private final Connection database;
    private final MemoryMXBean memory;
    private final ThreadMXBean threads;
    private final List<Look> looks = new ArrayList<>();
    private final Thread watcher;
    private volatile boolean over;

    private record Look(long heapMegabytes, long threads, long connections) {}

    Vitals(Server of) throws Exception {
        var machine = VirtualMachine.attach(String.valueOf(of.pid()));
        var address = machine.startLocalManagementAgent();
        machine.detach();
        server = JMXConnectorFactory.connect(new JMXServiceURL(address));
        var beans = server.getMBeanServerConnection();
        memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        threads = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        database = of.database();
        watcher = Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        while (!over) {
            try {
                look();
            } catch (SQLException | RuntimeException e) {
                System.err.println("  could not look: " + e);
            }
            Server.pause(1000);
        }
    }

    private void look() throws SQLException {
        try (var statement = database.createStatement();
                var count = statement.executeQuery(CONNECTIONS)) {
            count.next();
            looks.add(
                    new Look(memory.getHeapMemoryUsage().getUsed() >> 20, threads.getThreadCount(), count.getLong(1)));
        }
    }

    /**
     * What there was in the second tenth of the time, when all is warm, and in the last.
     *
     * @param what as the report calls it
     * @param flat whether it has not grown by more than a quarter and a little
     */
    record Course(String what, long early, long late, boolean flat) {
        String inWords() {
            return String.format(Locale.ROOT, "%s %d → %d", what, early, late);
        }
    }

    List<Course> courses() throws InterruptedException {
        over = true;
        watcher.join();
        return List.of(
                // The least of a while is what stays after the garbage is collected.
                course("heap that stays (MB)", Look::heapMegabytes, false, 40),
                course("threads", Look::threads, true, 8),
                course("connections", Look::connections, true, 4));
    }

    private Course course(String what, ToLongFunction<Look> of, boolean most, long little) {
        int part = Math.max(1, looks.size() / PARTS);
        long early =
                extreme(looks.subList(Math.min(part, looks.size() - 1), Math.min(2 * part, looks.size())), of, most);
        long late = extreme(looks.subList(looks.size() - part, looks.size()), of, most);
        return new Course(what, early, late, late <= early * 1.25 + little);
    }

    private static long extreme(List<Look> looks, ToLongFunction<Look> of, boolean most) {
        var all = looks.stream().mapToLong(of);
        return (most ? all.max() : all.min()).orElse(0);
    }

    @Override
    public void close() throws IOException, SQLException, InterruptedException {
        over = true;
        watcher.join();
        server.close();
        database.close();
    }
}
