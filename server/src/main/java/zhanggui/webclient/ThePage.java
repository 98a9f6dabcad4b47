package zhanggui.webclient;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import zhanggui.headers.Nonce;

/** Tells the client's page the nonce of its answer, for the styles its libraries write while it runs. */
final class ThePage implements ResourceTransformer {
    static final String NAME = "index.html";
    private static final String PLACE = "__nonce__";

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var transformed = chain.transform(request, resource);
        if (!NAME.equals(transformed.getFilename())) return transformed;
        var page = transformed.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(
                transformed, page.replace(PLACE, Nonce.of(request)).getBytes(StandardCharsets.UTF_8));
    }
}
