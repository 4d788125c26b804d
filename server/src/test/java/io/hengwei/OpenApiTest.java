package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API is committed, so that a change of it is seen in review. `make types` writes it anew.
@HengweiTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("../docs/openapi.json");

    @Autowired
    OpenApiWebMvcResource description;

    @Test
    void theCommittedDescriptionIsTheServedOne() throws IOException {
        var served = served();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED).as("run `make types` and commit").content().isEqualTo(served);
    }

    private String served() throws IOException {
        var request = new MockHttpServletRequest("GET", "/api/openapi.json");
        try {
            var json = description.openapiJson(request, "/api/openapi.json", Locale.ROOT);
            var mapper = JsonMapper.builder().build();
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)) + "\n";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(e);
        }
    }
}
