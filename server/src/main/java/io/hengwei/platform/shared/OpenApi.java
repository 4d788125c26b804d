package io.hengwei.platform.shared;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The description of the API, exact enough that the web client is generated from it.
@Configuration(proxyBeanMethods = false)
class OpenApi {
    static {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig().addSimpleTypesForParameterObject(UnitId.class, UserId.class, GroupId.class);
    }

    @Bean
    ModelConverter exactTypes() {
        return new ExactTypes();
    }

    @Bean
    OpenApiCustomizer title() {
        return api -> api.getInfo()
                .title("Hengwei")
                .version("0.1")
                .description("IT operations management: records, clocks, settings, people.");
    }

    @Bean
    OpenApiCustomizer answersAreComplete() {
        return new CompleteAnswers();
    }

    /// `Incident.perform` instead of a `perform_2` that changes its number with every new endpoint.
    @Bean
    OperationCustomizer namedByTheirControllers() {
        return (operation, handler) ->
                operation.operationId(handler.getBeanType().getSimpleName().replace("Controller", "") + "."
                        + handler.getMethod().getName());
    }
}
