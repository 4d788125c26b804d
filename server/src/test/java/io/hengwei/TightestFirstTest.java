package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// What a browser gets of a file that lies there packed in two ways.
class TightestFirstTest {
    @TempDir
    Path folder;

    ResourceHttpRequestHandler handler;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("a.js"), "plain");
        Files.writeString(folder.resolve("a.js.gz"), "gzip");
        Files.writeString(folder.resolve("a.js.br"), "brotli");
        Files.writeString(folder.resolve("b.js"), "plain");
        handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(new FileSystemResource(folder + "/")));
        handler.setResourceResolvers(List.of(new TightestFirst(), new PathResourceResolver()));
        handler.afterPropertiesSet();
    }

    private MockHttpServletResponse get(String file, String accepted) throws Exception {
        var request = new MockHttpServletRequest("GET", "/" + file);
        request.setAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, file);
        if (accepted != null) request.addHeader(HttpHeaders.ACCEPT_ENCODING, accepted);
        var response = new MockHttpServletResponse();
        handler.handleRequest(request, response);
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br, zstd', br, brotli",
        "'gzip, br', br, brotli",
        "'gzip, deflate', gzip, gzip",
        "br, br, brotli"
    })
    void itIsTheTightestThatIsTaken(String accepted, String coding, String content) throws Exception {
        var response = get("a.js", accepted);
        assertThat(response.getHeaders(HttpHeaders.CONTENT_ENCODING)).containsExactly(coding);
        assertThat(response.getContentAsString()).isEqualTo(content);
    }

    @Test
    void whoTakesNoneGetsItPlain() throws Exception {
        assertThat(get("a.js", null).getContentAsString()).isEqualTo("plain");
        assertThat(get("b.js", "gzip, br").getContentAsString()).isEqualTo("plain");
        assertThat(get("b.js", "gzip, br").getHeaders(HttpHeaders.CONTENT_ENCODING))
                .isEmpty();
    }
}
