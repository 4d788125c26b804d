package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who asks the API with a token, within the process of the test.
public record Client(MockMvcTester http, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Client of(ApplicationContext context, String token) {
        return new Client(context.getBean(MockMvcTester.class), token);
    }

    public MvcTestResult ask(String uri) {
        return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    /// What is there.
    public JsonNode get(String uri) {
        var answer = ask(uri);
        assertThat(answer).as(uri).hasStatusOk();
        return tree(answer);
    }

    public MvcTestResult post(String uri, String body) {
        return request(uri, body).exchange();
    }

    /// On the version that was seen.
    public MvcTestResult post(String uri, String body, long seen) {
        return request(uri, body).header("If-Match", "\"" + seen + "\"").exchange();
    }

    public MvcTestResult put(String uri, String body) {
        return with(http.put(), uri, body).exchange();
    }

    /// On the version that was seen.
    public MvcTestResult put(String uri, String body, long seen) {
        return with(http.put(), uri, body)
                .header("If-Match", "\"" + seen + "\"")
                .exchange();
    }

    /// Posts what makes something, and gives its id.
    public String make(String uri, String body) {
        var answer = post(uri, body);
        assertThat(answer).as(uri).hasStatus(201);
        return tree(answer).path("id").asString();
    }

    public static JsonNode tree(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    private MockMvcTester.MockMvcRequestBuilder request(String uri, String body) {
        return with(http.post(), uri, body);
    }

    private MockMvcTester.MockMvcRequestBuilder with(
            MockMvcTester.MockMvcRequestBuilder request, String uri, String body) {
        return request.uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
