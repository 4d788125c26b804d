package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HengweiTest
class ApplicationTest {
    @Autowired
    MockMvcTester http;

    @Test
    void itStartsAndIsHealthy() {
        assertThat(http.get().uri("/actuator/health")).hasStatusOk().bodyText().contains("UP");
    }
}
