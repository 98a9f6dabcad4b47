package zhanggui.backups.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a backup and how to tell whether it is whole; the first thing in its file. Fields may be added; what changes
 * the meaning of others changes {@link #format}.
 *
 * @param format of the file
 * @param product always {@value #PRODUCT}
 * @param version of the program that wrote it
 * @param at the moment whose state it holds
 * @param why it was made
 * @param migrations the versions of the migrations that made the tables, in order
 * @param secretKey what became of the key of second factors and of other kept secrets
 */
public record Manifest(
        int format,
        String product,
        String version,
        Instant at,
        Reason why,
        Company company,
        String postgres,
        List<String> migrations,
        SecretKey secretKey,
        List<Table> tables,
        List<Sequence> sequences,
        List<StoredFile> files) {
    public static final int FORMAT = 1;
    public static final String PRODUCT = "zhanggui";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public enum Reason {
        /** Somebody asked for it in the application. */
        ASKED,
        /** It was due. */
        SCHEDULED,
        /** The command. */
        COMMAND
    }

    public enum SecretKey {
        /** It is among the files. */
        INCLUDED,
        /** There is one, which has to be kept beside the backup. */
        LEFT_OUT,
        /** It is configured by {@code ZHANGGUI_SECRET_KEY}. */
        CONFIGURED,
        /** There was none yet. */
        NONE
    }

    /** @param id of the installation, the same in all of its backups */
    public record Company(UUID id, String nameZh, String nameEn) {}

    /** Whatever has bytes of its own in the file. */
    public sealed interface Content {
        /** Its name in the file. */
        String member();

        /** As it stands in the file. */
        long bytes();

        /** Of these bytes, in hexadecimal. */
        String sha256();
    }

    /** @param columns in the order of the rows */
    public record Table(
            String schema, String name, List<String> columns, String member, long rows, long bytes, String sha256)
            implements Content {
        public Table with(long rows, long bytes, String sha256) {
            return new Table(schema, name, columns, member, rows, bytes, sha256);
        }
    }

    /** @param value given last; absent where none was */
    public record Sequence(
            String schema, String name, @Nullable Long value) {}

    /** @param path below the data folder; the content of an attached file stands under {@code files/} and its hash */
    public record StoredFile(String path, String member, long bytes, String sha256) implements Content {
        public StoredFile with(long bytes, String sha256) {
            return new StoredFile(path, member, bytes, sha256);
        }
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** The last migration. */
    public String target() {
        return migrations.getLast();
    }

    /** The same, told at the end what was written. */
    public Manifest with(List<Table> tables, List<StoredFile> files) {
        return new Manifest(
                format, product, version, at, why, company, postgres, migrations, secretKey, tables, sequences, files);
    }

    byte[] json() {
        return MAPPER.writeValueAsBytes(this);
    }

    /** @throws DamagedBackup when this is no manifest */
    static Manifest of(byte[] json) {
        try {
            var format = MAPPER.readTree(json).path("format");
            if (format.isInt() && format.intValue() > FORMAT) throw DamagedBackup.newer();
            var manifest = MAPPER.readValue(json, Manifest.class);
            if (manifest.product().equals(PRODUCT)) return manifest;
            throw new DamagedBackup("It is no backup of Zhanggui.");
        } catch (JacksonException e) {
            throw new DamagedBackup("Its manifest cannot be read: " + e.getOriginalMessage());
        }
    }
}
