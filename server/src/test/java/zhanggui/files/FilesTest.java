package zhanggui.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.opportunities.Desk;

/** Files on records, through the API: who may, what they are taken for, how much, and what becomes of what nobody has. */
@TestPropertySource(
        properties = {
            "test.database=files",
            "zhanggui.files.largest=2MB",
            "zhanggui.files.per-record=5MB",
            "db-scheduler.enabled=false"
        })
class FilesTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    FileStore contents;

    @Autowired
    OrphanJob orphans;

    @Value("${zhanggui.files.folder}")
    Path folder;

    private Carrying carrying;
    private int made;

    @BeforeAll
    void company() {
        world.exists();
        carrying = new Carrying(world, http);
    }

    private String customer(String owner) {
        return Carrying.of("customers", desk.customer("附件客户" + ++made, owner));
    }

    @Test
    void whatWasAddedIsListedAndComesBackAsItWas() throws Exception {
        var customer = customer("li");
        var added = carrying.added("li", customer, "报价 v2.pdf", "%PDF-1.7 一份报价".getBytes(UTF_8));
        assertThat(added.get("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(added.get("adderName").asString()).isEqualTo("李雷");
        var list = carrying.list("li", customer);
        assertThat(list.get("files")).hasSize(1);
        assertThat(list.get("mayChange").asBoolean()).isTrue();
        assertThat(list.get("largest").asLong()).isEqualTo(2 << 20);
        var answer = carrying.get("li", path(customer, added));
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo("%PDF-1.7 一份报价".getBytes(UTF_8));
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).startsWith("sandbox");
        assertThat(carrying.get("li", "/api/history/" + customer))
                .bodyText()
                .contains("添加附件")
                .contains("报价 v2.pdf");
    }

    @Test
    void outOfReachThereAreNoneAndWhoOnlyReadsAddsNone() {
        var customer = customer("li");
        var file = carrying.added("li", customer, "a.txt", "a".getBytes(UTF_8));
        for (var foreign : List.of("wang", "zhao")) {
            assertThat(carrying.get(foreign, "/api/files/" + customer)).hasStatus(404);
            assertThat(carrying.get(foreign, path(customer, file))).hasStatus(404);
            assertThat(carrying.add(foreign, customer, "b.txt", "b".getBytes(UTF_8)))
                    .hasStatus(404);
            assertThat(carrying.remove(foreign, customer, file.get("id").asString()))
                    .hasStatus(404);
        }
        // The director reads all and changes nothing.
        assertThat(carrying.list("chen", customer).get("mayChange").asBoolean()).isFalse();
        assertThat(carrying.get("chen", path(customer, file))).hasStatusOk();
        assertThat(carrying.add("chen", customer, "b.txt", "b".getBytes(UTF_8))).hasStatus(403);
        assertThat(carrying.remove("chen", customer, file.get("id").asString())).hasStatus(403);
        assertThat(carrying.get("li", "/api/files/nothing/" + UUID.randomUUID()))
                .hasStatus(404);
        // Under another record, which one may read, it is not there.
        assertThat(carrying.get("li", path(customer("li"), file))).hasStatus(404);
        assertThat(carrying.list("li", customer).get("files")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "photo.png, text/html, false, <!DOCTYPE html><html><script>alert(1)</script></html>",
        "page.html, text/html, true, <!DOCTYPE html><html><body>x</body></html>",
        "logo.png, image/svg+xml, false, <svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
        "list.csv, text/csv, true, '甲,乙'",
        "note, text/plain, true, 只是文字",
        "run.pdf, text/plain, false, 只是文字",
        "setup.txt, application/pdf, false, %PDF-1.4"
    })
    void theContentSaysWhatAFileIs(String name, String type, boolean fits, String content) {
        var customer = customer("li");
        var added = carrying.added("li", customer, name, content.getBytes(UTF_8));
        assertThat(added.get("mediaType").asString()).isEqualTo(type);
        assertThat(added.get("nameFits").asBoolean()).isEqualTo(fits);
        assertThat(added.get("pictured").asBoolean()).isFalse();
        var answer = carrying.get("li", path(customer, added));
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getResponse().getContentType()).doesNotContain("html").doesNotContain("svg");
        assertThat(carrying.get("li", path(customer, added) + "/picture")).hasStatus(404);
    }

    @Test
    void aWorkbookIsToldFromOtherArchives() throws Exception {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        var customer = customer("li");
        assertThat(carrying.added("li", customer, "表.xlsx", zip.toByteArray())
                        .get("mediaType")
                        .asString())
                .contains("spreadsheetml");
        // Under another name it is no picture all the same.
        assertThat(carrying.added("li", customer, "表.png", zip.toByteArray())
                        .get("mediaType")
                        .asString())
                .contains("ooxml");
    }

    @Test
    void picturesAreDrawnAnewAndSmaller() throws Exception {
        var customer = customer("li");
        // The place where it was taken stands beside the pixels, and says to turn it by a quarter.
        var photo = withExif(Carrying.picture("jpg", 3000, 1000));
        assertThat(new String(photo, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("SECRET PLACE");
        var added = carrying.added("li", customer, "photo.jpg", photo);
        assertThat(added.get("pictured").asBoolean()).isTrue();
        var preview = carrying.get("li", path(customer, added) + "/picture").getResponse();
        assertThat(preview.getContentType()).isEqualTo("image/jpeg");
        assertThat(new String(preview.getContentAsByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("SECRET PLACE")
                .doesNotContain("Exif");
        var image = ImageIO.read(new ByteArrayInputStream(preview.getContentAsByteArray()));
        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(533, 1600));
        var thumbnail = carrying.get("li", path(customer, added) + "/picture?size=THUMBNAIL")
                .getResponse();
        assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.getContentAsByteArray()))
                        .getHeight())
                .isEqualTo(320);
        assertThat(carrying.get("wang", path(customer, added) + "/picture")).hasStatus(404);
    }

    @Test
    void aPictureThatIsNoneHasNoPreviewAndIsKeptAllTheSame() {
        var customer = customer("li");
        var broken = java.util.Arrays.copyOf(Carrying.picture("png", 50, 50), 60);
        assertThat(carrying.added("li", customer, "broken.png", broken)
                        .get("pictured")
                        .asBoolean())
                .isFalse();
        // Says it has 60 000 × 60 000 pixels.
        var bomb = Carrying.picture("png", 50, 50);
        var size = HexFormat.of().parseHex("0000ea60");
        System.arraycopy(size, 0, bomb, 16, 4);
        System.arraycopy(size, 0, bomb, 20, 4);
        assertThat(carrying.added("li", customer, "bomb.png", bomb)
                        .get("pictured")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void emptyOnesLargeOnesAndTooManyAreRefusedInWords() {
        var customer = customer("li");
        refused(carrying.add("li", customer, "a", new byte[0]), 422, "file-empty");
        refused(carrying.add("li", customer, "a", new byte[(2 << 20) + 1]), 413, "file-too-large");
        for (int i = 0; i < 2; i++) {
            assertThat(carrying.add("li", customer, "a" + i, new byte[2 << 20])).hasStatus(201);
        }
        refused(carrying.add("li", customer, "a", new byte[2 << 20]), 409, "record-full-of-files");
        assertThat(carrying.list("li", customer).get("room").asLong()).isEqualTo(1 << 20);
    }

    @Test
    void namesAreKeptWithoutWhatMisleads() {
        var customer = customer("li");
        var names =
                List.of("../../etc/passwd", "C:\\temp\\合同.docx", "gpj\u202E.exe", " \u0007 ", "长".repeat(300) + ".pdf");
        var kept = names.stream()
                .map(name -> carrying.added("li", customer, name, "x".getBytes(UTF_8))
                        .get("name")
                        .asString())
                .toList();
        assertThat(kept).containsExactly("passwd", "合同.docx", "gpj.exe", "file", "长".repeat(196) + ".pdf");
    }

    @Test
    void theSameContentIsStoredOnceHoweverManyBringItAtOnce() throws Exception {
        var content = ("same " + UUID.randomUUID()).getBytes(UTF_8);
        var customer = customer("li");
        var tasks = new ArrayList<Callable<MvcTestResult>>();
        for (int i = 0; i < 8; i++) {
            var name = "n" + i;
            tasks.add(() -> carrying.add("li", customer, name, content));
        }
        int before = stored().size();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(tasks)) assertThat(answer.get()).hasStatus(201);
        }
        assertThat(stored()).hasSize(before + 1);
        assertThat(carrying.list("li", customer).get("files")).hasSize(8);
    }

    @Test
    void contentNobodyHasIsRemovedAfterADay() throws Exception {
        var customer = customer("li");
        var kept = carrying.added("li", customer, "kept", unique());
        var goes = carrying.added("li", customer, "goes", unique());
        assertThat(carrying.remove("li", customer, goes.get("id").asString())).hasStatus(204);
        // A server that died between storing and committing.
        var lost = Files.write(Files.createTempFile("lost", ""), unique());
        contents.put("ab".repeat(32), lost);
        var all = stored();
        orphans.tidy();
        assertThat(stored()).as("they are of today").containsAll(all);
        age();
        orphans.tidy();
        assertThat(stored()).hasSizeLessThanOrEqualTo(all.size() - 2).doesNotContain("ab".repeat(32));
        assertThat(carrying.get("li", path(customer, kept))).hasStatusOk();
    }

    @Test
    void contentThatIsJustBroughtAgainStays() throws Exception {
        var hash = "cd".repeat(32);
        contents.put(hash, Files.write(Files.createTempFile("held", ""), unique()));
        age();
        db.transaction(held -> {
            held.dsl().execute("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", "file " + hash);
            runAsync(orphans::tidy).join();
            assertThat(stored()).contains(hash);
        });
        db.transaction(held -> {
            held.dsl().execute("select pg_advisory_xact_lock_shared(hashtextextended('zhanggui.files', 0))");
            runAsync(orphans::tidy).join();
            assertThat(stored()).as("a backup is being made").contains(hash);
        });
        orphans.tidy();
        assertThat(stored()).doesNotContain(hash);
    }

    @Test
    void withItsRecordAFileGoes() {
        var id = desk.customer("附件客户要删", "li");
        var customer = Carrying.of("customers", id);
        carrying.added("li", customer, "a", unique());
        assertThat(http.delete().uri("/api/customers/" + id).with(world.as("ops")))
                .hasStatus2xxSuccessful();
        assertThat(count(id)).isZero();
        // The database took a record along, and nobody was told.
        var gone = UUID.randomUUID();
        db.execute(
                "insert into files.attachment (list, record_id, name, media_type, name_fits, bytes, hash, added_by, adder_name)"
                        + " values ('contacts', ?, 'x', 'text/plain', true, 1, ?, ?, 'x')",
                gone,
                "ef".repeat(32),
                world.id("li"));
        orphans.tidy();
        assertThat(count(gone)).isZero();
    }

    @Test
    void aFollowUpHasFilesOfItsAuthor() {
        var customer = desk.customer("附件客户跟进", "li");
        var at = desk.at(http);
        var id = at.body(
                        at.post(
                                "li",
                                "/api/activities",
                                java.util.Map.of("kind", "VISIT", "text", "见面", "customer", customer)),
                        201)
                .get("id")
                .asString();
        var record = "activities/" + id;
        carrying.added("li", record, "现场.png", Carrying.picture("png", 40, 30));
        assertThat(carrying.list("sun", record).get("files")).hasSize(1);
        var several = "/api/files/activities?ids=" + id + "," + UUID.randomUUID();
        assertThat(Carrying.json(carrying.get("sun", several)).get(0).get("files"))
                .hasSize(1);
        assertThat(Carrying.json(carrying.get("zhao", several))).isEmpty();
        assertThat(carrying.add("chen", record, "b", unique())).hasStatus(403);
        assertThat(carrying.get("zhao", "/api/files/" + record)).hasStatus(404);
    }

    private int count(UUID record) {
        return db.fetchCount(
                org.jooq.impl.DSL.table("files.attachment"), org.jooq.impl.DSL.condition("record_id = ?", record));
    }

    private static byte[] unique() {
        return UUID.randomUUID().toString().getBytes(UTF_8);
    }

    private void age() throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            }
        }
    }

    private List<String> stored() throws Exception {
        var all = new ArrayList<String>();
        contents.each(stored -> all.add(stored.hash()));
        return all;
    }

    private static String path(String record, tools.jackson.databind.JsonNode file) {
        return "/api/files/" + record + "/" + file.get("id").asString();
    }

    private static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("code").isEqualTo(code);
    }

    /** Turned by a quarter, and with a comment. */
    private static byte[] withExif(byte[] jpeg) {
        var place = "SECRET PLACE".getBytes(UTF_8);
        var tiff = HexFormat.of().parseHex("4d4d002a00000008" + "0001" + "0112000300000001" + "00060000" + "00000000");
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0".getBytes(UTF_8));
        exif.writeBytes(tiff);
        exif.writeBytes(place);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(0xe1);
        out.write((exif.size() + 2) >> 8);
        out.write((exif.size() + 2) & 0xff);
        out.writeBytes(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
