package zhanggui.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.World;

/** Requests about views, and their bodies. */
record Asking(World world, MockMvcTester http) {
    static final String EVERYBODY = "{\"everybody\":true,\"units\":[],\"roles\":[]}";

    static String units(UUID unit) {
        return "{\"everybody\":false,\"units\":[\"%s\"],\"roles\":[]}".formatted(unit);
    }

    static String roles(UUID role) {
        return "{\"everybody\":false,\"units\":[],\"roles\":[\"%s\"]}".formatted(role);
    }

    static String view(String name, String sharing) {
        return view(name, sharing, 1);
    }

    static String view(String name, String sharing, int version) {
        return """
                {"name":"%s","filter":null,"sort":[],"columns":[],"layout":"TABLE","groupBy":null,"sharing":%s,"version":%d}
                """.formatted(name, sharing, version);
    }

    MvcTestResult get(String who, String uri) {
        return http.get().uri(uri).with(world.as(who)).exchange();
    }

    JsonNode read(String who, String uri) {
        var answer = get(who, uri);
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    MvcTestResult post(String who, String uri, String body) {
        return send(HttpMethod.POST, who, uri, body);
    }

    /** Returns the id of what was made. */
    String made(String who, String uri, String body) {
        var answer = post(who, uri, body);
        assertThat(answer).hasStatus(201);
        return body(answer).get("id").asString();
    }

    MvcTestResult put(String who, String uri, String body) {
        return send(HttpMethod.PUT, who, uri, body);
    }

    MvcTestResult delete(String who, String uri) {
        return http.delete().uri(uri).with(world.as(who)).exchange();
    }

    private MvcTestResult send(HttpMethod method, String who, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static JsonNode body(MvcTestResult answer) {
        try {
            return JsonMapper.shared()
                    .readTree(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
