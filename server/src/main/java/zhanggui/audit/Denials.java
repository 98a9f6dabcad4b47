package zhanggui.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import zhanggui.access.Viewer;

/**
 * Writes down what people were refused: what they have no permission for, and records out of their reach, which answer
 * as if they did not exist, in the address as in the body. It is told of the answer once the request and its transaction are over.
 *
 * <p>Whether an id that was not found is of a record out of reach is looked into on a thread of its own, for every such
 * answer alike: the asking person cannot tell the one from the other by how long it takes either. When too many wait to
 * be looked into, the next ones wait, whatever they asked for. Of one person and one record there is one entry in a few
 * minutes, however often they try and on however many servers.
 */
@Component
public class Denials implements DisposableBean {
    static final Duration ONCE_IN = Duration.ofMinutes(5);
    private static final Logger log = LoggerFactory.getLogger(Denials.class);
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_IDS = 3;
    private static final int WAITING = 1000;
    private final EntryStore store;
    private final SubjectTypes types;
    private final TransactionOperations transaction;
    private final ThreadPoolExecutor lookingInto = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("denials").factory(),
            Denials::waitInLine);

    Denials(EntryStore store, SubjectTypes types, TransactionOperations transaction) {
        this.store = store;
        this.types = types;
        this.transaction = transaction;
    }

    /** @param request its method and path */
    public void notAllowed(Viewer viewer, String request) {
        write(viewer, request, () -> {
            var about = ids(request).stream()
                    .flatMap(id -> subject(id).stream())
                    .findFirst()
                    .orElse(new Subject("requests", null, request));
            add(viewer, about, request);
        });
    }

    /** @param request its method and path */
    public void notFound(Viewer viewer, String request) {
        notFound(viewer, request, ids(request));
    }

    /** @param ids what the request was about, as its body says */
    public void notFound(Viewer viewer, String request, List<UUID> ids) {
        var some = ids.stream().distinct().limit(MOST_IDS).toList();
        if (!some.isEmpty()) lookingInto.execute(() -> lookInto(viewer, request, some));
    }

    private void lookInto(Viewer viewer, String request, List<UUID> ids) {
        write(viewer, request, () -> ids.stream()
                .flatMap(id -> subject(id).stream())
                .filter(subject -> !readable(subject, viewer))
                .forEach(subject -> add(viewer, subject, request)));
    }

    /** The answer is out: what goes wrong here is for the operator to see. */
    private void write(Viewer viewer, String request, Runnable writing) {
        try {
            transaction.executeWithoutResult(status -> writing.run());
        } catch (DataAccessException | TransactionException e) {
            log.error("{} was refused {}, and the audit log does not say so", viewer.id(), request, e);
        }
    }

    private void add(Viewer viewer, Subject subject, String request) {
        var entry = Entry.by(viewer, "denied", subject, List.of(new Change("request", null, request)));
        if (!store.lately(entry, ONCE_IN)) store.add(List.of(entry));
    }

    private Optional<Subject> subject(UUID id) {
        return types.typeOf(id).map(type -> new Subject(type, id, store.nameOf(type, id)));
    }

    private boolean readable(Subject subject, Viewer viewer) {
        return subject.id() != null && types.readable(subject.type(), subject.id(), viewer);
    }

    private static List<UUID> ids(String request) {
        return ID.matcher(request)
                .results()
                .map(MatchResult::group)
                .map(UUID::fromString)
                .toList();
    }

    private static void waitInLine(Runnable task, ThreadPoolExecutor executor) {
        if (executor.isShutdown()) return;
        try {
            executor.getQueue().put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(e);
        }
    }

    /** Returns once everything is looked into that was told of before. */
    void settled() throws InterruptedException {
        try {
            lookingInto.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What waits is still looked into. */
    @Override
    public void destroy() throws InterruptedException {
        lookingInto.shutdown();
        lookingInto.awaitTermination(10, TimeUnit.SECONDS);
    }
}
