package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HengweiTest
class ApplicationTest {
    @Autowired
    MockMvcTester http;

    @Test
    void itStartsAndIsHealthy() {
        assertThat(http.get().uri("/actuator/health")).hasStatusOk().bodyText().contains("UP");
    }

    @Test
    void addressesOfPagesAnswerWithTheClient() {
        assertThat(http.get().uri("/incidents/4711").accept(MediaType.TEXT_HTML))
                .satisfies(page -> assertThat(page.getResponse().getStatus()).isIn(200, 503));
    }

    @Test
    void whatIsNoPageIsNotAnsweredWithOne() {
        for (var address : new String[] {"/assets/missing.js", "/favicon.png", "/api/nothing"}) {
            assertThat(http.get().uri(address).accept(MediaType.TEXT_HTML))
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getStatus()).isBetween(400, 499));
        }
    }
}
