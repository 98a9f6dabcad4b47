package zhanggui.backups.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhanggui.backups.archive.Manifest.Company;
import zhanggui.backups.archive.Manifest.Reason;
import zhanggui.backups.archive.Manifest.SecretKey;
import zhanggui.backups.archive.Manifest.StoredFile;
import zhanggui.backups.archive.Manifest.Table;

/** The file of a backup is read by ordinary tools, and nothing in it can be another unnoticed. */
class ArchiveTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var file = write("a.tar");
        try (var reader = ArchiveReader.open(file)) {
            var table = reader.manifest().tables().getFirst();
            assertThat(reader.manifest().company().nameZh()).isEqualTo("澄源仪器");
            assertThat(table.rows()).isEqualTo(2);
            reader.verify(bytes -> {});
            assertThat(reader.open(table).readAllBytes()).isEqualTo("甲\n乙\n".getBytes(UTF_8));
            assertThat(reader.open(reader.manifest().files().getFirst()).readAllBytes())
                    .hasSize(700);
            assertThat(reader.open(reader.manifest().files().getLast()).readAllBytes())
                    .isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void ordinaryToolsReadItAndProveTheManifest() throws Exception {
        write("b.tar");
        assertThat(run("tar", "tf", "b.tar").lines())
                .containsExactly(
                        "manifest.json",
                        "manifest.sha256",
                        "tables/customers.customer.copy.gz",
                        "data/files/一.bin",
                        "data/files/empty");
        run("tar", "xf", "b.tar");
        assertThat(run("sha256sum", "-c", "manifest.sha256")).contains("manifest.json: OK");
        assertThat(Files.readString(folder.resolve("tables/customers.customer.copy.gz")))
                .isEqualTo("甲\n乙\n");
    }

    @Test
    void noByteCanBeAnother() throws Exception {
        var file = write("c.tar");
        var whole = Files.readAllBytes(file);
        var unnoticed = new ArrayList<Integer>();
        for (int i = 0; i < whole.length; i++) {
            var changed = whole.clone();
            changed[i] ^= 1;
            if (isTaken(changed)) unnoticed.add(i);
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void noneCanBeMissingAndNoneAdded() throws Exception {
        var whole = Files.readAllBytes(write("d.tar"));
        for (int length = 0; length < whole.length; length++) {
            assertThat(isTaken(Arrays.copyOf(whole, length)))
                    .as(length + " bytes")
                    .isFalse();
        }
        assertThat(isTaken(Arrays.copyOf(whole, whole.length + 1))).isFalse();
        assertThat(isTaken(whole)).isTrue();
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThatThrownBy(() -> ArchiveReader.open(folder.resolve("none.tar")))
                .hasMessageContaining("There is no file");
        var other = Files.writeString(folder.resolve("other.tar"), "not a backup at all ".repeat(100));
        assertThatThrownBy(() -> ArchiveReader.open(other)).hasMessageContaining("no backup of Zhanggui");
        var cut = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(Files.readAllBytes(write("e.tar")), 5000));
        assertThatThrownBy(() -> verify(cut)).hasMessageContaining("cut off");
    }

    @Test
    void whatIsNotFinishedIsNoBackupAndAFileThatIsThereIsKept() throws Exception {
        var file = folder.resolve("f.tar");
        try (var writer = ArchiveWriter.create(file, draft(1))) {
            writer.add("tables/customers.customer.copy.gz", out -> out.write(1));
            assertThat(folder.resolve("f.tar.part")).exists();
        }
        assertThat(folder.toFile().list()).isEmpty();
        write("g.tar");
        assertThatThrownBy(() -> write("g.tar")).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFormatOfLaterIsRefused() throws Exception {
        var file = folder.resolve("h.tar");
        try (var writer = ArchiveWriter.create(file, empty(Manifest.FORMAT + 1))) {
            writer.finish(empty(Manifest.FORMAT + 1));
        }
        assertThatThrownBy(() -> ArchiveReader.open(file)).hasMessageContaining("newer version");
    }

    private Path write(String name) throws IOException {
        var file = folder.resolve(name);
        var draft = draft(Manifest.FORMAT);
        try (var writer = ArchiveWriter.create(file, draft)) {
            var table = draft.tables().getFirst();
            var rows = writer.add(table.member(), out -> out.write("甲\n乙\n".getBytes(UTF_8)));
            var files = new ArrayList<StoredFile>();
            for (var one : draft.files()) {
                var written = writer.add(
                        one.member(), out -> out.write(new byte[one.path().contains("empty") ? 0 : 700]));
                files.add(one.with(written.bytes(), written.sha256()));
            }
            writer.finish(draft.with(List.of(table.with(2, rows.bytes(), rows.sha256())), files));
        }
        return file;
    }

    private static Manifest draft(int format) {
        var nothing = empty(format);
        return nothing.with(
                List.of(new Table(
                        "customers", "customer", List.of("name"), "tables/customers.customer.copy.gz", 0, 0, "")),
                List.of(
                        new StoredFile("files/一.bin", "data/files/一.bin", 0, ""),
                        new StoredFile("files/empty", "data/files/empty", 0, "")));
    }

    private static Manifest empty(int format) {
        return new Manifest(
                format,
                Manifest.PRODUCT,
                "1.0",
                Instant.parse("2026-11-30T12:00:00.123456Z"),
                Reason.COMMAND,
                new Company(UUID.randomUUID(), "澄源仪器", "Clearwell"),
                "18.6",
                List.of("010", "220"),
                SecretKey.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    private boolean isTaken(byte[] bytes) throws IOException {
        try {
            verify(Files.write(folder.resolve("tried"), bytes));
            return true;
        } catch (DamagedBackup e) {
            return false;
        }
    }

    private static void verify(Path file) throws IOException {
        try (var reader = ArchiveReader.open(file)) {
            reader.verify(bytes -> {});
        }
    }

    private String run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
