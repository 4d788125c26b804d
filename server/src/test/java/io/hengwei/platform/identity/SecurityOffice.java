package io.hengwei.platform.identity;

import static io.hengwei.platform.identity.People.csrf;

import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import jakarta.servlet.http.Cookie;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever looks after the accounts of a branch, at the API.
class SecurityOffice {
    final MockMvcTester http;
    final GrantAdministration grants;
    final Directory directory;
    final JdbcClient db;
    final TransactionTemplate transactions;
    final People people;
    final UnitId branch;
    final Cookie administrator;

    SecurityOffice(ApplicationContext context) {
        http = context.getBean(MockMvcTester.class);
        grants = context.getBean(GrantAdministration.class);
        directory = context.getBean(Directory.class);
        db = context.getBean(JdbcClient.class);
        transactions = context.getBean(TransactionTemplate.class);
        people = new People(context);
        branch = people.branch();
        administrator = people.session(people.person(branch, Roles.SECURITY_ADMINISTRATOR));
    }

    MvcTestResult send(HttpMethod method, String path, String body) {
        return http.method(method)
                .uri(path)
                .cookie(administrator)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    static String id(MvcTestResult made) {
        try {
            return made.getResponse().getContentAsString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    String asSystem(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(String.class).single()));
    }
}
