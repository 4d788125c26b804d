package io.hengwei;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/// Boots the whole application, with a real port and with `MockMvcTester`, on a clone of the migrated template
/// database.
///
/// All classes that carry nothing but this annotation share one context and its one database: make your own records
/// with your own numbers and names, and never count all rows. Every `@MockitoBean`, `@TestPropertySource` or `@Import`
/// beside it starts another context, ten seconds each: the whole suite may have three. A test that needs a second node
/// or a restart starts a `SpringApplication` of its own on a [TestDatabase].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = HengweiTest.OnClone.class)
public @interface HengweiTest {

    /// Gives the context a database, and takes it away when the context closes.
    class OnClone implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.create();
            properties(database).applyTo(context);
            TestServer.closeAtEnd(database);
            TestServer.closeAtEnd(context);
        }

        /// The properties that point an application at a test database.
        public static TestPropertyValues properties(TestDatabase database) {
            var access = database.access();
            return TestPropertyValues.of(Map.ofEntries(
                    Map.entry("hengwei.data", "target/data"),
                    Map.entry("hengwei.backup.scheduled", "false"),
                    Map.entry("hengwei.rate-limits", "false"),
                    Map.entry("hengwei.robots.allow-loopback", "true"),
                    Map.entry("hengwei.robots.sending", "false"),
                    Map.entry("hengwei.database.url", access.url()),
                    Map.entry("hengwei.database.owner.user", access.owner().user()),
                    Map.entry("hengwei.database.owner.password", access.owner().password()),
                    Map.entry("hengwei.database.user", access.runner().user()),
                    Map.entry("hengwei.database.password", access.runner().password()),
                    Map.entry("hengwei.database.pool-size", "8")));
        }
    }
}
