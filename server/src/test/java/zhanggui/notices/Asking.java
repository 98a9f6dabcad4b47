package zhanggui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.World;

/** Requests of the people of the test company. */
record Asking(World world, MockMvcTester http) {
    JsonNode read(String who, String uri) {
        var answer = http.get().uri(uri).with(world.as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    MvcTestResult send(String who, HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    String customer(String who, String name) {
        var answer = send(who, HttpMethod.POST, "/api/customers", "{\"name\":\"" + name + "\"}");
        assertThat(answer).hasStatus(201);
        return body(answer).get("id").asString();
    }

    void assign(String who, String owner, String... customers) {
        var ids = String.join("\",\"", customers);
        var body = "{\"owner\":\"%s\",\"selection\":{\"ids\":[\"%s\"],\"all\":false}}".formatted(world.id(owner), ids);
        assertThat(send(who, HttpMethod.POST, "/api/customers/assign", body)).hasStatusOk();
    }

    /** What somebody was told, the newest first. */
    List<String> told(String who) {
        return read(who, "/api/notices")
                .get("notices")
                .valueStream()
                .map(n -> n.get("text").asString())
                .toList();
    }

    int unread(String who) {
        return read(who, "/api/notices/bell").get("unread").asInt();
    }

    static JsonNode body(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
