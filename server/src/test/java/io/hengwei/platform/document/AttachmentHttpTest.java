package io.hengwei.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class AttachmentHttpTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    People people;
    UserId requester;
    RecordId record;

    @BeforeEach
    void aRecord() {
        people = new People(context);
        var branch = people.branch();
        requester = people.person(branch);
        record = new SomeCompany(db, transactions).card("附件", branch, requester, null, null);
    }

    @Test
    void aFileGoesInAndComesOutAgain() throws Exception {
        var answer = upload(requester, "../日志.txt", "第一行".getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(201).bodyJson().extractingPath("name").isEqualTo("日志.txt");
        String id = com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), "id");
        var download = http.get()
                .uri("/api/attachments/" + id)
                .cookie(people.session(requester))
                .exchange();
        assertThat(download)
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(download.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("第一行");
        assertThat(http.get().uri("/api/records/" + record + "/attachments").cookie(people.session(requester)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].size")
                .isEqualTo(9);
        var stranger = people.person(people.branch(), "DESK_OPERATOR");
        assertThat(http.get().uri("/api/attachments/" + id).cookie(people.session(stranger)))
                .hasStatus(404);
        assertThat(http.get().uri("/api/attachments/" + id)).hasStatus(401);
    }

    @Test
    void badFilesAreProblems() {
        assertThat(upload(requester, "big.txt", new byte[(10 << 20) + 1]))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("too-large");
        assertThat(upload(requester, "empty.txt", new byte[0]))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("file-empty");
        assertThat(upload(requester, "page.html", "<html>".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("file-kind");
        assertThat(upload(requester, "x.png", "<html>".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("file-content");
    }

    @Test
    void aFormIsNotAFile() {
        assertThat(http.post()
                        .uri("/api/records/{record}/attachments?name=a.txt", record)
                        .contentType("multipart/form-data; boundary=x")
                        .content("--x--")
                        .cookie(people.session(requester))
                        .with(People.csrf()))
                .hasStatus(415);
    }

    private MvcTestResult upload(UserId person, String name, byte[] content) {
        return http.post()
                .uri("/api/records/{record}/attachments?name={name}", record, name)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(content)
                .cookie(people.session(person))
                .with(People.csrf())
                .exchange();
    }
}
