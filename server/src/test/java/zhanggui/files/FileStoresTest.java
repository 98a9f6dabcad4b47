package zhanggui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import zhanggui.problems.Refused;

/** Both stores do the same: a folder, and a bucket spoken to over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileStoresTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String C = "c".repeat(64);

    @TempDir
    Path folder;

    private FakeS3 fake;

    @BeforeAll
    void aBucket() throws IOException {
        fake = new FakeS3("zhanggui");
    }

    @AfterAll
    void noBucket() {
        fake.close();
    }

    private FileStore store(String which) {
        var environment = which.equals("s3")
                ? fake.settings()
                : new MockEnvironment()
                        .withProperty(
                                "zhanggui.files.folder", folder.resolve("files").toString());
        return FileStore.of(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "s3"})
    void whatIsPutThereIsThere(String which) throws Exception {
        var store = store(which);
        var text = Files.writeString(folder.resolve("text"), "内容");
        assertThat(hashes(store)).isEmpty();
        for (var hash : Set.of(A, B, C)) store.put(hash, text);
        store.put(A, Files.writeString(folder.resolve("other"), "ignored: it is there already"));
        assertThat(text).exists();
        try (var in = store.open(A)) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(text));
        }
        assertThat(hashes(store)).isEqualTo(Set.of(A, B, C));
        store.each(stored -> assertThat(stored.at())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)));
        store.remove(A);
        store.remove(A);
        assertThat(hashes(store)).isEqualTo(Set.of(B, C));
        assertThatThrownBy(() -> store.open(A)).isInstanceOf(NoSuchFileException.class);
        store.remove(B);
        store.remove(C);
    }

    @Test
    void aBucketThatDoesNotAnswerIsSaidSo() throws Exception {
        var text = Files.writeString(folder.resolve("failing"), "x");
        fake.failing = 403;
        try {
            assertThatThrownBy(() -> store("s3").put(A, text))
                    .isInstanceOfSatisfying(IOException.class, e -> assertThat(codeOf(Stores.refused(e)))
                            .isEqualTo("files-unreachable"));
        } finally {
            fake.failing = 0;
        }
    }

    @Test
    void aFolderThatTakesNothingIsFull() throws Exception {
        var text = Files.writeString(folder.resolve("full"), "x");
        // Where the folder would be stands a file.
        var store = FileStore.inFolder(text);
        assertThatThrownBy(() -> store.put(A, text))
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(codeOf(Stores.refused(e)))
                        .isEqualTo("storage-full"));
    }

    private static String codeOf(Refused refused) {
        return refused.reason().code();
    }

    private static Set<String> hashes(FileStore store) throws IOException {
        var all = new HashSet<String>();
        store.each(stored -> all.add(stored.hash()));
        return all;
    }
}
