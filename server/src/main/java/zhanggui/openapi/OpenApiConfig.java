package zhanggui.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What the generator of the description cannot know by itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {
    static {
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Zhanggui 掌柜")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
    }

    /** An operation is called after its controller and method: {@code customer.create}. */
    @Bean
    OperationCustomizer operationNames() {
        return (operation, method) -> {
            var controller = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
            var name = Character.toLowerCase(controller.charAt(0)) + controller.substring(1);
            operation.setOperationId(name + "." + method.getMethod().getName());
            operation.setTags(List.of(name));
            return operation;
        };
    }

    @Bean
    Documents documents() {
        return new Documents();
    }

    @Bean
    ModelConverter documentNames(Documents documents) {
        return documents.names();
    }

    @Bean
    OpenApiCustomizer documentFields(Documents documents) {
        return documents::complete;
    }
}
