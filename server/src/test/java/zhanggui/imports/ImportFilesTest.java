package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportFilesTest extends ImportCase {
    @Test
    void hostileFilesAreRefusedClearly() {
        var refused = upload("ops", "things", "a.xlsx", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        assertThat(refused).hasStatus(422);
        assertThat(mapper.readTree(bytes(refused)).at("/errors/0/field").asString())
                .isEqualTo("file");
        assertThat(mapper.readTree(bytes(refused)).at("/errors/0/message").asString())
                .contains("XLSX");
        var one = uploaded("ops", "../../etc/a\u0000b.csv", GOOD);
        assertThat(one.at("/fileName").asString()).isEqualTo("ab.csv");
        assertThat(http.post()
                        .uri("/api/imports")
                        .multipart()
                        .param("kind", "things")
                        .with(world.as("ops")))
                .hasStatus(400);
    }

    @Test
    void charactersThatCannotBeReadNeverComeIn() {
        var bytes = ("name\n"
                        + IntStream.range(0, 60)
                                .mapToObj(i -> "北京贸易" + i + "\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xFF;
        var one = json(upload("ops", "things", "a.csv", bytes));
        assertThat(one.at("/damaged").asInt()).isPositive();
        done(run("ops", one, true));
        assertThat(things()).hasSize(59);
        assertThat(rows("ops", one, "REFUSED").at("/rows/0/problems/0/code").asString())
                .isEqualTo("import-cell-damaged");
    }

    @Test
    void templatesCanBeUploadedAgain() {
        for (var format : List.of("csv", "xlsx")) {
            var result = http.get()
                    .uri("/api/imports/kinds/things/template?format=" + format)
                    .with(world.as("ops"))
                    .exchange();
            assertThat(result).hasStatusOk();
            var one = json(upload("ops", "things", "t." + format, bytes(result)));
            assertThat(one.at("/mapping").size()).isEqualTo(8);
            assertThat(one.at("/rowCount").asInt()).isZero();
        }
        assertThat(http.get()
                        .uri("/api/imports/kinds/things/template?format=pdf")
                        .with(world.as("ops")))
                .hasStatus(422);
    }

    @Test
    void filesAreDroppedAfterTheirTime() {
        var old = uploaded("ops", "a.csv", GOOD);
        var fresh = uploaded("ops", "a.csv", GOOD);
        done(run("ops", old, false));
        db.execute("update imports.import set finished_at = now() - interval '31 days' where id = ?::uuid", id(old));
        store.dropFiles(ImportJobs.DAYS_FILES_ARE_KEPT);
        assertThat(view("ops", old).at("/filePresent").asBoolean()).isFalse();
        assertThat(view("ops", old).at("/report/created").asInt()).isEqualTo(2);
        assertThat(view("ops", fresh).at("/filePresent").asBoolean()).isTrue();
        assertThat(rows("ops", old, "CREATED").at("/total").asInt()).isZero();
    }
}
