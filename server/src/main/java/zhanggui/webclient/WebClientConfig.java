package zhanggui.webclient;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

@Configuration(proxyBeanMethods = false)
class WebClientConfig implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                // The page is another one each time: see ThePage.
                .setCacheControl(CacheControl.noStore())
                .setUseLastModified(false)
                .resourceChain(false)
                .addResolver(new OnePage())
                .addTransformer(new ThePage());
    }

    /** Every address without a file of its own belongs to the client's router. */
    private static final class OnePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            if (file != null) return file;
            return path.startsWith("api/") || path.contains(".")
                    ? null
                    : new ClassPathResource("/static/" + ThePage.NAME);
        }
    }
}
