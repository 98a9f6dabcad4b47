package zhanggui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.World;

/** Requests that bring and fetch files, and files to bring. */
record Carrying(World world, MockMvcTester http) {

    MvcTestResult add(String who, String record, String name, byte[] content) {
        return http.post()
                .uri("/api/files/" + record)
                .with(world.as(who))
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content))
                .exchange();
    }

    /** Returns what the answer says of the file. */
    JsonNode added(String who, String record, String name, byte[] content) {
        var answer = add(who, record, name, content);
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    MvcTestResult get(String who, String path) {
        return http.get().uri(path).with(world.as(who)).exchange();
    }

    JsonNode list(String who, String record) {
        var answer = get(who, "/api/files/" + record);
        assertThat(answer).hasStatusOk();
        return json(answer);
    }

    MvcTestResult remove(String who, String record, String file) {
        return http.delete()
                .uri("/api/files/" + record + "/" + file)
                .with(world.as(who))
                .exchange();
    }

    static String of(String list, UUID id) {
        return list + "/" + id;
    }

    static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
