package zhanggui.webclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import zhanggui.headers.Nonce;

class ThePageTest {
    @Test
    void theClientsPageIsToldTheNonceOfItsAnswer() throws IOException {
        var request = new MockHttpServletRequest();
        var page = transformed("../web/index.html", request);
        assertThat(page).contains("nonce=\"" + Nonce.of(request) + "\"").doesNotContain("__nonce__");
        assertThat(page).isNotEqualTo(transformed("../web/index.html", new MockHttpServletRequest()));
    }

    @Test
    void otherFilesAreServedAsTheyAre() throws IOException {
        assertThat(transformed("../web/public/favicon.svg", new MockHttpServletRequest()))
                .startsWith("<svg");
    }

    private static String transformed(String path, MockHttpServletRequest request) throws IOException {
        ResourceTransformerChain alone = new ResourceTransformerChain() {
            @Override
            public Resource transform(jakarta.servlet.http.HttpServletRequest asked, Resource resource) {
                return resource;
            }

            @Override
            public org.springframework.web.servlet.resource.@Nullable ResourceResolverChain getResolverChain() {
                throw new UnsupportedOperationException("nothing is resolved here");
            }
        };
        return new ThePage()
                .transform(request, new FileSystemResource(path), alone)
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
