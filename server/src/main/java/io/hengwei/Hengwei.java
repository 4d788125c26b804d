package io.hengwei;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The product: one process, one entry.
@SpringBootApplication
public class Hengwei {
    public static void main(String[] arguments) {
        SpringApplication.run(Hengwei.class, arguments);
    }
}
