package zhanggui.imports;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session remembers of the rows it has taken, from one batch to the next: forgotten with rows that are undone. */
public final class RowMemory {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Whatever is put in or taken out with rows that are undone is put back. */
    public <K, V> Map<K, V> map() {
        return new Remembered<>();
    }

    /** Whatever is added or removed with rows that are undone is put back. */
    public <E> Set<E> set() {
        return Collections.newSetFromMap(map());
    }

    /** For what is remembered in other ways; runs when the rows are out of the database again, the latest first. */
    public void ifUndone(Runnable forget) {
        undo.push(forget);
    }

    void keep() {
        undo.clear();
    }

    void undo() {
        while (!undo.isEmpty()) undo.pop().run();
    }

    private final class Remembered<K, V> extends AbstractMap<K, V> {
        private final Map<K, V> map = new HashMap<>();

        @Override
        public @Nullable V get(@Nullable Object key) {
            return map.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return map.containsKey(key);
        }

        @Override
        public @Nullable V put(K key, V value) {
            var before = map.put(key, value);
            ifUndone(() -> restore(key, before));
            return before;
        }

        @Override
        @SuppressWarnings("unchecked") // what was in the map under this key was put there under it
        public @Nullable V remove(@Nullable Object key) {
            var before = map.remove(key);
            if (before != null && key != null) ifUndone(() -> restore((K) key, before));
            return before;
        }

        private void restore(K key, @Nullable V before) {
            if (before == null) map.remove(key);
            else map.put(key, before);
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return Collections.unmodifiableMap(map).entrySet();
        }
    }
}
