package zhanggui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description of the API is the one the server gives; the web client's types are made of it. */
class OpenApiTest extends TestApplication {
    private static final Path FILE = Path.of("openapi.json");

    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Test
    void theDescriptionOfTheApiIsCurrent() throws IOException {
        world.exists();
        var answer = http.get().uri("/api/openapi.json").exchange();
        assertThat(answer).hasStatusOk();
        var mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var described =
                mapper.writeValueAsString(mapper.readTree(answer.getResponse().getContentAsByteArray())) + "\n";
        if (Boolean.getBoolean("redraw")) Files.writeString(FILE, described);
        assertThat(FILE).as("run ./zhanggui docs").hasContent(described);
    }
}
